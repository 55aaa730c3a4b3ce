namespace CtoBot.Turns;

/// <summary>
/// Writes rows of one shard of the due index. Changes that come while a transaction is under way share the next one: a morning's reminders
/// make few writes of many rows, and a single change waits for nothing.
/// </summary>
/// <param name="store">Where the rows are.</param>
/// <param name="shard">Their partition.</param>
internal sealed class ShardWriter(IStore store, string shard)
{
    /// <summary>How long a transaction may take; those behind it wait so long.</summary>
    private static readonly TimeSpan WriteTime = TimeSpan.FromSeconds(10);

    private readonly Lock gate = new();
    private readonly List<(RowChange Change, TaskCompletionSource<bool> Done)> waiting = [];
    private bool isWriting;

    /// <summary>Makes one change.</summary>
    /// <returns>False: its condition did not hold, and nothing was changed.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer: whether it was made is not known.</exception>
    public Task<bool> WriteAsync(RowChange change)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            waiting.Add((change, done));
            if (isWriting)
                return done.Task;
            isWriting = true;
        }

        _ = WriteAllAsync();
        return done.Task;
    }

    private async Task WriteAllAsync()
    {
        while (Take() is { Count: > 0 } some)
        {
            // Each is a change by itself: if the condition of one does not hold, the others are made all the same.
            if (some.Count == 1 || !await WriteAsync(some))
            {
                foreach (var one in some)
                    await WriteAsync([one]);
            }
        }
    }

    /// <summary>What goes into the next transaction; none if nothing waits, and then the next change begins anew.</summary>
    private List<(RowChange Change, TaskCompletionSource<bool> Done)> Take()
    {
        lock (gate)
        {
            var keys = new HashSet<string>(StringComparer.Ordinal);
            var some = waiting.TakeWhile(item => keys.Count < IStore.MaxChanges && keys.Add(item.Change.Key)).ToList();
            waiting.RemoveRange(0, some.Count);
            isWriting = some.Count > 0;
            return some;
        }
    }

    /// <summary>Makes changes in one transaction and tells those who wait. False: a condition did not hold, of several nobody knows which, and nobody is told.</summary>
    private async Task<bool> WriteAsync(List<(RowChange Change, TaskCompletionSource<bool> Done)> some)
    {
        try
        {
            using var limit = new CancellationTokenSource(WriteTime);
            var saved = (await store.WriteAsync(StoreTable.Due, shard, some.ConvertAll(item => item.Change), limit.Token)).Saved;
            if (!saved && some.Count > 1)
                return false;
            foreach (var item in some)
                item.Done.TrySetResult(saved);
        }
#pragma warning disable CA1031 // Everybody who waits gets the error; the next ones are tried anew.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            foreach (var item in some)
                item.Done.TrySetException(failure is OperationCanceledException ? new StoreUnavailableException("The due index was not written in time.", failure) : failure);
        }

        return true;
    }
}
