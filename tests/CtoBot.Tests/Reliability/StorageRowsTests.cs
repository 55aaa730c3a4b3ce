using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using CtoBot.Tests.Cards;
using CtoBot.Tests.Door;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Reliability;

/// <summary>The rows of a finished setup, a few steps, a visit and what was heard there, as a storage explorer shows them, and as docs/storage.md prints them.</summary>
public sealed class StorageRowsTests(AzuriteServer azurite) : DoorTest
{
    private const string Begin = "<!-- rows: printed by StorageRowsTests -->\n";
    private const string End = "<!-- end of rows -->";
    private const string Updates = "CTOBOT_UPDATE_GOLDEN";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_rows_are_as_documented()
    {
        var entities = await EntitiesAsync();
        Golden.Match("rows", new JsonArray([.. entities.Select(Json)]).ToJsonString(Indented));
        MatchDocument(
            Tables(entities, "answer|setup|", "flow", "subject", "question", "asked", "answer", "skipped", "date", "when", "revision", "who")
            + Tables(entities, "answer|debrief|v2|su", "flow", "subject", "question", "asked", "answer", "number", "skipped", "when", "revision", "who")
            + Tables(entities, "customer|", "subject", "name", "city", "zone", "contact", "renewal", "revenue", "revenueCurrency", "trouble", "revision", "who")
            + Tables(entities, "visit|", "subject", "customer", "date", "time", "minutes", "zone", "place", "revision", "who")
            + Tables(entities, "bug|", "flow", "subject", "lineId", "title", "severity", "blocks", "since", "promised", "revision", "person")
            + Tables(entities, "quote|", "flow", "subject", "lineId", "words", "who", "about", "revision", "person")
            + Tables(entities, "promise|", "flow", "subject", "lineId", "what", "who", "due", "revision", "person")
            + Tables(entities, "next|", "flow", "subject", "lineId", "what", "due", "revision", "person")
            + Tables(entities, "budget|", "flow", "subject", "lineId", "line", "amount", "amountCurrency", "committed", "committedCurrency", "revision", "person")
            + Tables(entities, "step|", "step", "title", "status", "when", "note", "movedTo", "reason", "revision", "who")
            + Tables(entities, "record|", "flow", "subject", "started", "json", "who")
            + Tables(entities, "state", "schema", "updated", "json"));
    }

    /// <summary>A customer, a visit to it, what was heard there, and a line of the CFO's.</summary>
    private static async Task FieldworkAsync(TeamsClient person, Func<JObject, Task> postAsync)
    {
        await postAsync(person.Words("customers"));
        await postAsync(person.Execute(person.Card.Button("Add customers")));
        await postAsync(person.Words("Nordhaven Logistics | Hamburg | Maren Petersen, head of IT | 2027-01-31 | 480k EUR | Two outages in October"));
        await postAsync(person.Words("visit Nordhaven"));
        await postAsync(person.Execute(person.Card.Button("Save"), ("date", "2026-11-22"), ("time", "08:00"), ("minutes", "60"), ("place", "Am Sandtorkai 1")));
        await postAsync(person.Words("debrief Nordhaven"));
        await postAsync(person.Execute(person.Card.Button("All on one card")));
        await postAsync(person.Execute(
            person.Card.Button("Save"),
            ("usage", "Every container booking"), ("risk", "4"), ("supportRating", "1"), ("supportSaid", "Tickets are closed without a word."),
            ("bugs.title", "CSV export drops rows"), ("bugs.severity", "blocker"), ("bugs.blocks", "Month-end invoicing"), ("bugs.since", "2026-09-14"), ("bugs.promised", "A fix in 8.2"),
            ("quotes.words", "We are leaving because **nobody answers**. 😠"), ("quotes.who", "Maren Petersen"), ("quotes.about", "support"),
            ("promises.what", "Hotfix for the export"), ("promises.who", "Ann Lee"), ("promises.due", "2026-12-03"),
            ("next.what", "Call Maren"), ("next.due", "2026-12-04")));
        await postAsync(person.Words("notes CFO"));
        await postAsync(person.Words("skip"));
        await postAsync(person.Words("Engineering | 2.4m EUR | 2.15m EUR"));
    }

    private async Task<List<TableEntity>> EntitiesAsync()
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        var host = await StartAsync(Kept.InAFile, TableSettings.Of(options));
        var person = new TeamsClient(host.Endpoint, Connector, Guid.Parse("7f3c2a10-5b64-4c8e-9a11-2d40c0f7e101"));
        var activities = 0;
        await PostAsync(person.Installation("add"));
        await PostAsync(person.Execute(person.Card.Button("Set up (2 minutes)")));
        await PostAsync(person.Execute(person.Card.Button("Next"), ("hat", "cto"), ("company", "Müller & Söhne")));
        await PostAsync(person.Execute(person.Card.Button("Next"), ("zone", "Europe/Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")));
        await PostAsync(person.Execute(person.Card.Button("Next"), ("start", "2026-11-27")));
        await PostAsync(person.Execute(person.Card.Button("Save"), ("reports", "Ann Lee, Bob Roy"), ("salesHead", "Dana Kim")));
        await PostAsync(person.Execute(person.Card.Ticks[0]));
        await PostAsync(person.Execute(person.Card.Ticks[1]));
        await PostAsync(person.Words("note Revenue and customers, with sales: ask for the list by revenue"));
        await PostAsync(person.Words("move Choose the critical customers to 2026-11-30"));
        await PostAsync(person.Words("skip Phone introductions, then go alone because we have met"));
        await FieldworkAsync(person, PostAsync);

        var entities = new List<TableEntity>();
        await foreach (var entity in AzuriteTables.Client(options).GetTableClient(options.TablePrefix + "CtoBot").QueryAsync<TableEntity>(cancellationToken: Cancel))
            entities.Add(entity);
        return entities;

        async Task PostAsync(JObject activity)
        {
            activity["id"] = string.Create(CultureInfo.InvariantCulture, $"activity-{++activities}");
            activity["from"]!["name"] = "Alex Chen";
            Assert.Equal(System.Net.HttpStatusCode.OK, (await person.PostAsync(activity, Cancel)).Status);
            Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    private JsonNode Json(TableEntity entity)
    {
        var properties = new JsonObject { ["PartitionKey"] = entity.PartitionKey, ["RowKey"] = entity.RowKey };
        foreach (var (name, value) in entity.Where(IsColumn).OrderBy(property => property.Key, StringComparer.Ordinal))
        {
            properties[name] = name switch
            {
                "w" => $"Edm.{TypeOf(value)}, drawn at random",
                "json" => JsonNode.Parse(CanonicalJson.Of(((string)value).Replace(Connector.ServiceUrl, "http://127.0.0.1/_connector", StringComparison.Ordinal))),
                _ => $"Edm.{TypeOf(value)} {Text(value)}",
            };
        }

        return properties;
    }

    private static bool IsColumn(KeyValuePair<string, object> property) =>
        property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag");

    private static string TypeOf(object value) => value switch
    {
        string => "String",
        bool => "Boolean",
        int => "Int32",
        long => "Int64",
        double => "Double",
        DateTimeOffset => "DateTime",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "The bot writes no such type."),
    };

    private static string Text(object value) => value switch
    {
        DateTimeOffset time => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>The rows with a prefix as a table: the columns in this order, with their types; every other column but the store's own is a mistake.</summary>
    private static string Tables(List<TableEntity> entities, string prefix, params string[] columns)
    {
        TableEntity[] rows = [.. entities.Where(entity => entity.RowKey.StartsWith(prefix, StringComparison.Ordinal))];
        Assert.NotEmpty(rows);
        Assert.Empty(rows.SelectMany(row => row.Where(IsColumn)).Select(property => property.Key).Except([.. columns, "w"]));
        var types = columns.Select(column => TypeOf(rows.Select(row => Value(row, column)).First(value => value is not null)!));
        var text = new StringBuilder("\n");
        Line(text, ["RowKey", .. columns.Zip(types, (column, type) => $"{column} ({type})")]);
        Line(text, Enumerable.Repeat("---", columns.Length + 1));
        foreach (var row in rows)
            Line(text, [row.RowKey, .. columns.Select(column => Short(column, Value(row, column)))]);
        return text.ToString();
    }

    private static object? Value(TableEntity entity, string column) => entity.TryGetValue(column, out var value) ? value : null;

    private static void Line(StringBuilder text, IEnumerable<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal))).Append(" |\n");

    private static string Short(string column, object? value) => column switch
    {
        _ when value is null => "",
        "json" => Text(value) is var json ? $"`{json[..(json.IndexOf(':', StringComparison.Ordinal) + 1)]}…}}`" : "",
        "who" or "person" when Text(value).StartsWith("7f3c2a10", StringComparison.Ordinal) => "7f3c2a10…",
        _ => Text(value),
    };

    private static void MatchDocument(string tables, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(caller)!, "..", "..", "..", "docs", "storage.md");
        var document = File.ReadAllText(path);
        var (from, to) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        Assert.True(from >= Begin.Length && to >= from, "docs/storage.md has no place for the rows.");
        var printed = tables + "\n";
        if (Environment.GetEnvironmentVariable(Updates) == "1")
            File.WriteAllText(path, document[..from] + printed + document[to..]);
        else
            Assert.Equal(printed, document[from..to]);
    }
}
