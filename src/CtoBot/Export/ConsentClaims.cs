using System.Collections.Immutable;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>
/// Who deals with an accepted file: of several deliveries of one answer, on any instance, one. A row each among those of used links
/// (<see cref="UsedLinks"/>), which is removed with them; it holds nothing of a person.
/// </summary>
internal sealed class ConsentClaims(IStore store, TimeProvider time)
{
    /// <summary>Longer than a turn may take: whoever claimed it before that has died.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(20);

    private const string Since = "used";
    private const string Done = "done";

    /// <summary>Claims it. False if it is done, or somebody else is about it.</summary>
    /// <param name="key">A key that <see cref="FileConsent.ReadAsync"/> has taken for good.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public async Task<bool> TakeAsync(string key, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(StoreTable.CtoBot, LinkKey.Partition, RowKey(key), cancellationToken);
        if (row is not null && (row.Columns.ContainsKey(Done) || time.GetUtcNow() - (DateTimeOffset)row.Columns[Since] < Abandoned))
            return false;
        var mine = Row(key, done: false);
        return (await store.WriteAsync(StoreTable.CtoBot, LinkKey.Partition, [row is null ? new RowChange.Add(mine) : new RowChange.Replace(mine, row.ETag)], cancellationToken)).Saved;
    }

    /// <summary>The file is where it belongs: an answer that comes once more changes nothing.</summary>
    /// <inheritdoc cref="TakeAsync"/>
    public async Task FinishAsync(string key, CancellationToken cancellationToken) =>
        await store.WriteAsync(StoreTable.CtoBot, LinkKey.Partition, [new RowChange.Upsert(Row(key, done: true))], cancellationToken);

    /// <summary>It did not work: an answer that comes once more is tried anew.</summary>
    /// <inheritdoc cref="TakeAsync"/>
    public async Task ReleaseAsync(string key, CancellationToken cancellationToken) =>
        await store.WriteAsync(StoreTable.CtoBot, LinkKey.Partition, [new RowChange.Delete(RowKey(key))], cancellationToken);

    private static string RowKey(string key) => UsedLinks.Prefix + ExportToken.IdOf(key);

    private Row Row(string key, bool done)
    {
        var columns = ImmutableDictionary<string, object>.Empty.Add(Since, time.GetUtcNow());
        return new Row(RowKey(key), done ? columns.Add(Done, true) : columns);
    }
}
