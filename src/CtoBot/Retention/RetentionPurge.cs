using CtoBot.Turns;

namespace CtoBot.Retention;

/// <summary>How far a purge is, or how it ended.</summary>
/// <param name="Seen">People looked at.</param>
/// <param name="Erased">People of whom nothing is left.</param>
/// <param name="Spared">People who were written to while they were to go, and stay.</param>
public readonly record struct PurgeCounts(long Seen, long Erased, long Spared);

/// <summary>
/// Removes everything of people who have not been heard of for some days. It may be interrupted at any point and run again, and on
/// several instances at once: each person goes on the condition that nobody has written to them since they were looked at.
/// </summary>
/// <param name="store">The store.</param>
/// <param name="time">The clock.</param>
/// <param name="due">The due index; the usual one if it is not given.</param>
public sealed class RetentionPurge(IStore store, TimeProvider time, DueIndex? due = null)
{
    /// <summary>People who are found before they are erased: what is scanned is not changed all the time.</summary>
    private const int Batch = 500;

    private readonly PersonEraser eraser = new(store, time, due);

    /// <summary>Purges once.</summary>
    /// <param name="days">How many days after the last activity, from 1 on; 0 only finishes erasures that were interrupted.</param>
    /// <param name="progress">Told after every person.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    /// <exception cref="StoreUnavailableException">The store did not answer; what is erased is erased.</exception>
    public async Task<PurgeCounts> RunAsync(int days, IProgress<PurgeCounts>? progress, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limit = now.AddDays(-days);
        var counts = new PurgeCounts();
        var waiting = new List<(string Partition, string ETag)>();
        await foreach (var (partition, row) in store.ScanAsync(StoreTable.CtoBot, cancellationToken))
        {
            if (row.Key != PersonKey.StateRow)
                continue;
            counts = counts with { Seen = counts.Seen + 1 };
            progress?.Report(counts);
            if (StateRow.IsErasing(row) || (days > 0 && StateRow.UpdatedAt(row) < limit))
                waiting.Add((partition, row.ETag));
            else if (days > 0 && StateRow.UpdatedAt(row) is null)
                await StampAsync(partition, row, now, cancellationToken);
            if (waiting.Count == Batch)
                counts = await EraseAsync(waiting, counts, progress, cancellationToken);
        }

        return await EraseAsync(waiting, counts, progress, cancellationToken);
    }

    /// <summary>A row from before times were kept: its days begin now. If another writer is first, the row has a time as well.</summary>
    private async Task StampAsync(string partition, Row row, DateTimeOffset now, CancellationToken cancellationToken) =>
        await store.WriteAsync(StoreTable.CtoBot, partition, [new RowChange.Replace(StateRow.Stamped(row, now), row.ETag)], cancellationToken);

    private async Task<PurgeCounts> EraseAsync(List<(string Partition, string ETag)> people, PurgeCounts counts, IProgress<PurgeCounts>? progress, CancellationToken cancellationToken)
    {
        foreach (var (partition, etag) in people)
        {
            counts = await eraser.EraseAsync(partition, etag, cancellationToken)
                ? counts with { Erased = counts.Erased + 1 }
                : counts with { Spared = counts.Spared + 1 };
            progress?.Report(counts);
        }

        people.Clear();
        return counts;
    }
}
