using NodaTime;

namespace CtoBot.Turns;

/// <summary>
/// Removes every row of a person in every table. Usually that is one transaction; where it takes several, the first one replaces the
/// state by a mark that an erasure has begun, and the last one removes the mark. So at any moment the person is either
/// whole, or marked, or gone; an interrupted erasure is finished by whoever finds the mark; and of two at once, or of an erasure and a
/// turn, one is first and the other finds out. What the person shares with another stays the other's, and is freed of the person first.
/// The state names the person's row of the due index, and the mark keeps its time. A row that no state named is dropped by the sweep when its time has come.
/// </summary>
/// <param name="store">Where the rows are.</param>
/// <param name="time">The clock; the system's if it is left out.</param>
/// <param name="due">The due index; the usual one if it is not given.</param>
public sealed class PersonEraser(IStore store, TimeProvider? time = null, DueIndex? due = null)
{
    private readonly DueIndex due = due ?? new(store);
    private readonly PairErasure shared = new(store, time ?? TimeProvider.System);

    /// <summary>Beside the rows, a transaction holds the change of the state row on which it depends.</summary>
    private const int RowsATransaction = IStore.MaxChanges - 1;

    /// <summary>Removes a person's rows, those of the due index included.</summary>
    /// <param name="partition">Whose: <see cref="PersonKey.Partition"/>.</param>
    /// <param name="etag">The state row's, as it was read; null if there was none. Rows that an earlier program left behind go even then.</param>
    /// <param name="cancellationToken">Interrupts it between two transactions.</param>
    /// <returns>False: the person was written to in the meantime. Load again and decide again.</returns>
    /// <exception cref="StoreUnavailableException">It may have begun. Called again, it goes on.</exception>
    public async Task<bool> EraseAsync(string partition, string? etag, CancellationToken cancellationToken)
    {
        var rows = new List<Row>();
        var marked = false;
        Instant? dueAt = null;
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, partition, KeyRange.All, cancellationToken))
        {
            if (row.Key != PersonKey.StateRow)
                rows.Add(row);
            else if (row.ETag != etag)
                return false;
            else
                (marked, dueAt) = (StateRow.IsErasing(row), StateRow.DueAt(row));
        }

        await shared.LeaveAsync(partition, rows, cancellationToken);
        if (etag is null)
            return await EraseStrayAsync(partition, rows, cancellationToken);

        var reminder = dueAt is { } at ? await due.FindAsync(partition, at, cancellationToken) : null;
        var rest = rows.Select(RowChange (row) => new RowChange.Delete(row.Key)).ToArray().AsMemory();
        while (reminder is not null || rest.Length > RowsATransaction)
        {
            // Not before the mark: a person who comes back while a purge is at it keeps their reminders.
            if (reminder is not null && marked)
            {
                // As it was read: one that was written since belongs to somebody who begins anew.
                if (!await due.RemoveAsync(partition, reminder, cancellationToken))
                    return false;
                reminder = null;
                continue;
            }

            var some = rest[..Math.Min(rest.Length, RowsATransaction)];
            var written = await store.WriteAsync(StoreTable.CtoBot, partition, [new RowChange.Replace(StateRow.Erasing(dueAt), etag), .. some.Span], cancellationToken);
            if (!written.Saved)
                return false;
            marked = true;
            etag = written.ETags[PersonKey.StateRow];
            rest = rest[some.Length..];
        }

        return (await store.WriteAsync(StoreTable.CtoBot, partition, [new RowChange.Delete(PersonKey.StateRow, etag), .. rest.Span], cancellationToken)).Saved;
    }

    /// <summary>Without a state row to depend on, each row goes only as it was read: it may be the first of somebody who begins anew.</summary>
    private async Task<bool> EraseStrayAsync(string partition, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        foreach (var some in rows.Chunk(IStore.MaxChanges))
        {
            if (!(await store.WriteAsync(StoreTable.CtoBot, partition, [.. some.Select(row => new RowChange.Delete(row.Key, row.ETag))], cancellationToken)).Saved)
                return false;
        }

        return true;
    }
}
