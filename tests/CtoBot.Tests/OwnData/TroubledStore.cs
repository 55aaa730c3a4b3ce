using System.Globalization;
using CtoBot.Turns;

namespace CtoBot.Tests.OwnData;

/// <summary>A store in front of another one: counts the writes, and does something before or instead of one.</summary>
public sealed class TroubledStore(IStore inner) : IStore
{
    private int writes;

    /// <summary>Transactions that were asked for, those without a change aside.</summary>
    public int Writes => writes;

    /// <summary>From which write on, counted from 1, the store is out of reach.</summary>
    public int BreaksAt { get; set; } = int.MaxValue;

    /// <summary>Whether the write at which it breaks happens all the same.</summary>
    public bool BreaksAfterwards { get; set; }

    /// <summary>What others do in the moment before a write.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    public string Name => inner.Name;

    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    public ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken) =>
        writes < BreaksAt ? inner.ReadAsync(table, partition, key, cancellationToken) : throw Broken();

    public IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, CancellationToken cancellationToken) =>
        writes < BreaksAt ? inner.QueryAsync(table, partition, range, cancellationToken) : throw Broken();

    public async ValueTask<WriteResult> WriteAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        var number = changes.Count == 0 ? writes : Interlocked.Increment(ref writes);
        await Before(number);
        if (number < BreaksAt)
            return await inner.WriteAsync(table, partition, changes, cancellationToken);
        if (number == BreaksAt && BreaksAfterwards)
            await inner.WriteAsync(table, partition, changes, cancellationToken);
        throw Broken();
    }

    public IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken) =>
        writes < BreaksAt ? inner.ScanAsync(table, cancellationToken) : throw Broken();

    private StoreUnavailableException Broken() => new(string.Create(CultureInfo.InvariantCulture, $"Out of reach after {writes} writes."));
}
