using System.Collections.Immutable;
using System.Text.Json;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>Between a person's state and the rows of their partition.</summary>
internal static class StateRow
{
    private const string Json = "json";
    private const string Updated = "updated";
    private const string ErasingMark = "erasing";
    private const string Due = "due";

    /// <summary>The state in its row.</summary>
    public static PersonState Read(Row row) => StateJson.Read((string)row.Columns[Json]);

    /// <summary>The document as it stands, or null in the row of someone whose erasure has begun.</summary>
    public static string? Document(Row row) => row.Columns.GetValueOrDefault(Json) as string;

    /// <summary>When the person was last heard of; null in a row that was written before this was kept.</summary>
    public static DateTimeOffset? UpdatedAt(Row row) => row.Columns.GetValueOrDefault(Updated) as DateTimeOffset?;

    /// <summary>The row with a time of <see cref="UpdatedAt"/>.</summary>
    public static Row Stamped(Row row, DateTimeOffset now) => row with { Columns = row.Columns.SetItem(Updated, now) };

    /// <summary>Whether the person's erasure has begun. Such a row is no state: who finds it finishes the erasure first.</summary>
    public static bool IsErasing(Row row) => row.Columns.ContainsKey(ErasingMark);

    /// <summary>The row of someone whose erasure has begun: nothing of them is in it but the time of their row in the due index, so that it is found.</summary>
    public static Row Erasing(Instant? dueAt)
    {
        var columns = ImmutableDictionary<string, object>.Empty.Add(ErasingMark, true);
        return new(PersonKey.StateRow, dueAt is { } at ? columns.Add(Due, at.ToDateTimeOffset()) : columns);
    }

    /// <summary>The time of the person's row in the due index, during an erasure as well; null for none, or if a newer program wrote the state.</summary>
    public static Instant? DueAt(Row row)
    {
        if (IsErasing(row))
            return row.Columns.GetValueOrDefault(Due) is DateTimeOffset at ? at.ToInstant() : null;
        try
        {
            return Document(row) is { } json ? StateJson.Read(json).DueAt : null;
        }
        catch (Exception failure) when (failure is NewerSchemaException or JsonException)
        {
            // What cannot be read can be erased and exported all the same; the sweep drops its row of the due index.
            return null;
        }
    }

    /// <summary>The transaction that keeps a turn: the state document on condition, and a flat row for every answer and step that changed.</summary>
    /// <exception cref="StateTooLargeException">The document is over the limit of a row.</exception>
    public static IReadOnlyList<RowChange> Changes(Turn turn, PersonState before, Row? row, PersonKey person, DateTimeOffset now) =>
        [Change(turn.State, row, now), .. FlatRows.Changes(turn, before).Select(flat => Change(flat, person))];

    /// <summary>The write of the state document on condition that its row is still as it was read.</summary>
    /// <exception cref="StateTooLargeException">The document is over the limit of a row.</exception>
    public static RowChange Change(PersonState state, Row? row, DateTimeOffset now)
    {
        var json = StateJson.Write(state);
        var document = new Row(
            PersonKey.StateRow,
            ImmutableDictionary<string, object>.Empty.Add("schema", state.Schema).Add(Json, json).Add(Updated, now));
        if (!RowSize.Fits(document))
            throw new StateTooLargeException(json.Length);
        return row is null ? new RowChange.Add(document) : new RowChange.Replace(document, row.ETag);
    }

    /// <summary>
    /// Every flat row names the person: in the column "who", or in "person" if it is a line of a table, where "who" may be somebody
    /// else, as in a quote, or nobody yet.
    /// </summary>
    private static RowChange Change(FlatRow flat, PersonKey person) => flat.Columns is { } columns
        ? new RowChange.Upsert(new Row(
            flat.Key,
            columns.ToImmutableDictionary(column => column.Key, column => Stored(column.Value)).Add(columns.ContainsKey(FlatRows.LineId) ? "person" : "who", person.UserId)))
        : new RowChange.Delete(flat.Key);

    /// <summary>The person's filed dialogs, by <see cref="Draft.Id"/>.</summary>
    public static async Task<ImmutableDictionary<string, Draft>> ReadRecordsAsync(IStore store, PersonKey person, CancellationToken cancellationToken)
    {
        var records = ImmutableDictionary.CreateBuilder<string, Draft>(StringComparer.Ordinal);
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, person.Partition, KeyRange.Prefix(RecordRows.Prefix), cancellationToken))
        {
            var draft = StateJson.ReadDraft((string)row.Columns[RecordRows.Json]);
            records[draft.Id] = draft;
        }

        return records.ToImmutable();
    }

    private static object Stored(object value) => value is Instant instant ? instant.ToDateTimeOffset() : value;
}

/// <summary>A person's state does not fit into a row.</summary>
public sealed class StateTooLargeException : Exception
{
    /// <summary>With the document's length in characters.</summary>
    public StateTooLargeException(int length) : base($"The state document has {length} characters.")
    {
    }

    /// <inheritdoc/>
    public StateTooLargeException()
    {
    }

    /// <inheritdoc/>
    public StateTooLargeException(string message) : base(message)
    {
    }

    /// <inheritdoc/>
    public StateTooLargeException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
