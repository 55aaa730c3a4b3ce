using System.Collections.Concurrent;
using CtoBot.Core.Partners;
using CtoBot.Turns;

namespace CtoBot.Tests.Partners;

/// <summary>A store in front of another one that lets others go first at random, and keeps every partnership that was saved.</summary>
internal sealed class SavedPairs(IStore inner, int seed, ConcurrentBag<PartnershipState> saved) : IStore
{
    private readonly Random random = new(seed);

    public string Name => inner.Name;

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public async ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken)
    {
        await OthersAsync();
        return await inner.ReadAsync(table, partition, key, cancellationToken);
    }

    public IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, CancellationToken cancellationToken) => inner.QueryAsync(table, partition, range, cancellationToken);

    public async ValueTask<WriteResult> WriteAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        await OthersAsync();
        var written = await inner.WriteAsync(table, partition, changes, cancellationToken);
        var document = changes.Select(change => change switch { RowChange.Add add => add.Row, RowChange.Replace replace => replace.Row, _ => null }).FirstOrDefault(row => row?.Key == PairKey.PairRow);
        if (written.Saved && document is not null)
            saved.Add(PairStore.Read(document));
        await OthersAsync();
        return written;
    }

    public IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken) => inner.ScanAsync(table, cancellationToken);

    private async Task OthersAsync()
    {
        int steps;
        lock (random)
            steps = random.Next(4);
        for (; steps > 0; steps--)
            await Task.Yield();
    }
}
