using CtoBot.Turns;

namespace CtoBot.Operations;

/// <summary>
/// Copies the rows of a table from one store to another. A row that is there already is written again, so it may be interrupted and
/// repeated. Nothing is removed from the target.
/// </summary>
internal sealed class StoreCopy(IStore from, IStore to)
{
    /// <summary>Copies a table.</summary>
    /// <returns>What was read from the source, to be held against the target.</returns>
    /// <exception cref="StoreUnavailableException">A store did not answer.</exception>
    public async Task<TableDigest> RunAsync(StoreTable table, IProgress<long> progress, CancellationToken cancellationToken)
    {
        var digest = new TableDigest();
        var batch = new List<RowChange>();
        var size = 0L;
        var current = "";
        await foreach (var (partition, row) in from.ScanAsync(table, cancellationToken))
        {
            var added = RowSize.Of(row);
            if (partition != current || batch.Count == IStore.MaxChanges || size + added > IStore.MaxTransactionBytes)
            {
                await WriteAsync(table, current, batch, cancellationToken);
                progress.Report(digest.Rows);
                size = 0;
                current = partition;
            }

            batch.Add(new RowChange.Upsert(row));
            size += added;
            digest = digest.With(partition, row);
        }

        await WriteAsync(table, current, batch, cancellationToken);
        return digest;
    }

    private async Task WriteAsync(StoreTable table, string partition, List<RowChange> batch, CancellationToken cancellationToken)
    {
        if (batch.Count == 0)
            return;
        // An Upsert has no condition that could be broken.
        await to.WriteAsync(table, partition, batch, cancellationToken);
        batch.Clear();
    }
}
