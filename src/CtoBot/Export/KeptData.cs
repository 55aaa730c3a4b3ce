using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;
using CtoBot.Turns;

namespace CtoBot.Export;

/// <summary>Everything that is kept about one person, as it is stored.</summary>
/// <param name="Rows">Every row of the person, of every table, in the order of their keys.</param>
/// <param name="At">When it was read.</param>
internal sealed record KeptData(IReadOnlyList<KeptRow> Rows, DateTimeOffset At)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="StoreUnavailableException">The store did not answer.</exception>
    public static async Task<KeptData> ReadAsync(IStore store, DueIndex due, string partition, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = new List<KeptRow>();
        Row? reminder = null;
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, partition, KeyRange.All, cancellationToken))
        {
            rows.Add(KeptRow.Of(StoreTable.CtoBot, row));
            if (row.Key == PersonKey.StateRow && StateRow.DueAt(row) is { } at)
                reminder = await due.FindAsync(partition, at, cancellationToken);
        }

        foreach (var key in rows.Select(row => row.Key).Where(key => key.StartsWith(FlatRows.PairPrefix, StringComparison.Ordinal)).ToArray())
            rows.AddRange(await SharedAsync(store, partition, key[FlatRows.PairPrefix.Length..], cancellationToken));
        if (reminder is not null)
            rows.Add(KeptRow.Of(StoreTable.Due, reminder));
        return new(rows, now);
    }

    /// <summary>What the person shares with another, if they are a member: both see all of it anyway.</summary>
    private static async Task<IEnumerable<KeptRow>> SharedAsync(IStore store, string partition, string id, CancellationToken cancellationToken)
    {
        var bar = partition.IndexOf('|', StringComparison.Ordinal);
        var key = new PairKey(partition[..bar], id);
        var rows = new List<Row>();
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, key.Partition, KeyRange.All, cancellationToken))
            rows.Add(row);
        return rows.Find(row => row.Key == PairKey.PairRow) is { } document && PairStore.Read(document).Members.Any(member => PersonKey.Part(member.PersonId) == partition[(bar + 1)..])
            ? rows.Select(row => KeptRow.Of(StoreTable.CtoBot, row with { Key = $"{FlatRows.PairPrefix}{id}|{row.Key}" }))
            : [];
    }

    /// <summary>What the client told of the person, e.g. <c>name</c> or <c>locale</c>; empty if it did not.</summary>
    public string Client(string name) => Said("client", name);

    /// <summary>How to speak with the person, see <see cref="SpokenLanguage"/>. What is kept is shown even if it cannot be read as a state.</summary>
    public string Locale => SpokenLanguage.LocaleOf(Said("drafts", "language", "answers", "language", "value", "value"), Client("locale"));

    /// <summary>A text in the state's document; empty if it does not stand there.</summary>
    private string Said(params ReadOnlySpan<string> path)
    {
        var node = Rows.FirstOrDefault(row => row.Key == PersonKey.StateRow)?.Document;
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
    }
}

/// <summary>One row, its texts well-formed so that any document can hold them.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">Its key.</param>
/// <param name="Columns">Its typed columns by name.</param>
/// <param name="Document">The document in it, which then is no column; null in a row without one.</param>
internal sealed record KeptRow(StoreTable Table, string Key, IReadOnlyDictionary<string, object> Columns, JsonNode? Document)
{
    private const string DocumentColumn = "json";

    public static KeptRow Of(StoreTable table, Row row)
    {
        var columns = new SortedDictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, value) in row.Columns)
            columns[name] = value is string text ? WellFormed(text) : value;
        var document = row.Key == PersonKey.StateRow || row.Key.StartsWith(RecordRows.Prefix, StringComparison.Ordinal) || row.Key.StartsWith(FlatRows.PairPrefix, StringComparison.Ordinal) ? Parse(columns.GetValueOrDefault(DocumentColumn) as string) : null;
        if (document is not null)
            columns.Remove(DocumentColumn);
        return new(table, WellFormed(row.Key), columns, document);
    }

    /// <summary>A column's text, or null.</summary>
    public string? Text(string column) => Columns.GetValueOrDefault(column) as string;

    private static string WellFormed(string text) =>
        Utf16.IsWellFormed(text) ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>Null for what is no JSON: then it is shown as the text it is.</summary>
    private static JsonNode? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
