using CtoBot.Turns;

namespace CtoBot.Storage.Sqlite;

/// <summary>A transaction on its way to the writer.</summary>
/// <param name="table">The table.</param>
/// <param name="partition">The escaped partition.</param>
/// <param name="changes">Checked changes.</param>
/// <param name="cancellation">A transaction that is cancelled before the writer comes to it is not written.</param>
internal sealed class SqliteWrite(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellation)
{
    /// <summary>Completed when the outcome is on the disk.</summary>
    public TaskCompletionSource<WriteResult> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The table.</summary>
    public StoreTable Table => table;

    /// <summary>The escaped partition.</summary>
    public string Partition => partition;

    /// <summary>What to do to its rows.</summary>
    public IReadOnlyList<RowChange> Changes => changes;

    /// <summary>Ends as cancelled a transaction that nobody waits for any more.</summary>
    public bool IsGone() => cancellation.IsCancellationRequested && Outcome.TrySetCanceled(cancellation);
}
