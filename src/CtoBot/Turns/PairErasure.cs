using System.Collections.Immutable;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>
/// Takes a person who is erased out of what they share with another, before their own rows go. Done again it changes nothing more.
/// </summary>
internal sealed class PairErasure(IStore store, TimeProvider time)
{
    private const int MaxAttempts = 50;

    /// <summary>Does it.</summary>
    /// <param name="partition">The person's partition.</param>
    /// <param name="rows">The person's rows.</param>
    /// <param name="cancellationToken">Interrupts it between two writes.</param>
    public async Task LeaveAsync(string partition, IEnumerable<Row> rows, CancellationToken cancellationToken)
    {
        var bar = partition.IndexOf('|', StringComparison.Ordinal);
        foreach (var row in rows.Where(row => row.Key.StartsWith(FlatRows.PairPrefix, StringComparison.Ordinal)))
            await LeaveAsync(new PairKey(partition[..bar], row.Key[FlatRows.PairPrefix.Length..]), partition[(bar + 1)..], cancellationToken);
    }

    private async Task LeaveAsync(PairKey key, string part, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await store.ReadAsync(StoreTable.CtoBot, key.Partition, PairKey.PairRow, cancellationToken) is not { } row)
                return;
            var pair = PairStore.Read(row);
            if (pair.Members.Find(member => !member.IsGone && PersonKey.Part(member.PersonId) == part) is not { } leaver)
                return;
            if (Departure.Leave(pair, leaver.PersonId, time.GetUtcNow().ToInstant()) is { } left
                ? await ReplaceAsync(key, row, left, Departure.Cleaner(pair, leaver.PersonId), cancellationToken)
                : await DeleteAsync(key, row, pair, cancellationToken))
                return;
        }

        throw new StoreUnavailableException($"Another writer was first {MaxAttempts} times in a row.");
    }

    /// <summary>The rows first, then the document: as long as that names the person, an erasure that was interrupted goes on here.</summary>
    private async Task<bool> ReplaceAsync(PairKey key, Row row, PartnershipState left, Func<string, string> clean, CancellationToken cancellationToken)
    {
        var changes = new List<RowChange>();
        await foreach (var flat in store.QueryAsync(StoreTable.CtoBot, key.Partition, KeyRange.All, cancellationToken))
        {
            var columns = flat.Columns.ToImmutableDictionary(column => column.Key, column => column.Value is string text ? clean(text) : column.Value);
            if (flat.Key != PairKey.PairRow && columns.Any(column => !column.Value.Equals(flat.Columns[column.Key])))
                changes.Add(new RowChange.Replace(flat with { Columns = columns }, flat.ETag));
        }

        foreach (var some in changes.Chunk(IStore.MaxChanges))
        {
            if (!(await store.WriteAsync(StoreTable.CtoBot, key.Partition, some, cancellationToken)).Saved)
                return false;
        }

        return (await store.WriteAsync(StoreTable.CtoBot, key.Partition, [new RowChange.Replace(PairStore.Document(left), row.ETag)], cancellationToken)).Saved;
    }

    /// <summary>Nobody is left: everything goes, the document last.</summary>
    private async Task<bool> DeleteAsync(PairKey key, Row row, PartnershipState pair, CancellationToken cancellationToken)
    {
        if (pair.Invitation.Code.Length > 0)
            await store.WriteAsync(StoreTable.CtoBot, PairKey.CodePartition(key.Tenant, pair.Invitation.Code), [new RowChange.Delete(PairKey.CodeRow)], cancellationToken);
        var rest = new List<RowChange>();
        await foreach (var flat in store.QueryAsync(StoreTable.CtoBot, key.Partition, KeyRange.All, cancellationToken))
        {
            if (flat.Key != PairKey.PairRow)
                rest.Add(new RowChange.Delete(flat.Key));
        }

        foreach (var some in rest.Chunk(IStore.MaxChanges))
            await store.WriteAsync(StoreTable.CtoBot, key.Partition, some, cancellationToken);
        return (await store.WriteAsync(StoreTable.CtoBot, key.Partition, [new RowChange.Delete(PairKey.PairRow, row.ETag)], cancellationToken)).Saved;
    }
}
