using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Turns;

/// <summary>Partnerships in the store: a document, plain rows beside it, and a row by which an invitation's code is found.</summary>
internal sealed class PairStore(IStore store, ContentLibrary library)
{
    private const string Json = "json";
    private const string PairColumn = "pair";
    private const string ExpiresColumn = "expires";

    /// <summary>Beside the rows, a transaction holds the document.</summary>
    private const int RowsATransaction = IStore.MaxChanges - 1;

    /// <summary>The partnership and its row, or nothing.</summary>
    /// <exception cref="NewerSchemaException">A newer program wrote it.</exception>
    public async Task<(PartnershipState? Pair, Row? Row)> ReadAsync(PairKey key, CancellationToken cancellationToken)
    {
        var row = await store.ReadAsync(StoreTable.CtoBot, key.Partition, PairKey.PairRow, cancellationToken);
        return row is null ? (null, null) : (Read(row), row);
    }

    /// <summary>The partnership in its row.</summary>
    /// <exception cref="NewerSchemaException">A newer program wrote it.</exception>
    public static PartnershipState Read(Row row) => PartnershipJson.Read((string)row.Columns[Json]);

    /// <summary>The row of a partnership.</summary>
    public static Row Document(PartnershipState pair) => new(
        PairKey.PairRow,
        ImmutableDictionary<string, object>.Empty.Add("schema", pair.Schema).Add("revision", pair.Revision).Add(Json, PartnershipJson.Write(pair)));

    /// <summary>The id of the partnership that a code leads to, or null.</summary>
    public async Task<string?> FindAsync(string codePartition, CancellationToken cancellationToken) =>
        (await store.ReadAsync(StoreTable.CtoBot, codePartition, PairKey.CodeRow, cancellationToken))?.Columns.GetValueOrDefault(PairColumn) as string;

    /// <summary>Writes a partnership on the condition that nobody did since <paramref name="row"/> was read.</summary>
    /// <returns>False: somebody did.</returns>
    /// <exception cref="StateTooLargeException">The document is over the limit of a row.</exception>
    public async Task<bool> SaveAsync(PairKey key, PartnershipState? before, PartnershipState after, Row? row, CancellationToken cancellationToken)
    {
        // The way to it first: a code that leads nowhere harms nobody, a partnership that no code leads to would.
        if (row is null)
            await store.WriteAsync(StoreTable.CtoBot, PairKey.CodePartition(key.Tenant, after.Invitation.Code), [new RowChange.Upsert(CodeRow(after))], cancellationToken);
        var document = Document(after);
        if (!RowSize.Fits(document))
            throw new StateTooLargeException(((string)document.Columns[Json]).Length);
        var flat = PartnershipRows.Changes(library, before, after).Select(Change).ToArray();
        RowChange change = row is null ? new RowChange.Add(document) : new RowChange.Replace(document, row.ETag);
        if (!(await store.WriteAsync(StoreTable.CtoBot, key.Partition, [change, .. flat.Take(RowsATransaction)], cancellationToken)).Saved)
            return false;
        foreach (var rest in flat.Skip(RowsATransaction).Chunk(IStore.MaxChanges))
            await store.WriteAsync(StoreTable.CtoBot, key.Partition, rest, cancellationToken);
        if (before?.Invitation.Code is { Length: > 0 } code && after.Invitation.Code.Length == 0)
            await store.WriteAsync(StoreTable.CtoBot, PairKey.CodePartition(key.Tenant, code), [new RowChange.Delete(PairKey.CodeRow)], cancellationToken);
        return true;
    }

    private static Row CodeRow(PartnershipState pair) => new(
        PairKey.CodeRow,
        ImmutableDictionary<string, object>.Empty.Add(PairColumn, pair.Id).Add(ExpiresColumn, pair.Invitation.ExpiresAt.ToDateTimeOffset()));

    private static RowChange Change(FlatRow flat) => flat.Columns is { } columns
        ? new RowChange.Upsert(new Row(flat.Key, columns.ToImmutableDictionary(column => column.Key, column => column.Value is Instant instant ? instant.ToDateTimeOffset() : column.Value)))
        : new RowChange.Delete(flat.Key);
}
