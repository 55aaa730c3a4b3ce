using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Tests.Support;

/// <summary>
/// Realistic answers about five customers, from <c>Data/five-customers.json</c>, and the figures that were computed from them by
/// hand. See <c>Data/README.md</c>.
/// </summary>
public sealed class FiveCustomers
{
    /// <summary>How many UTF-16 code units <see cref="LongQuote"/> has.</summary>
    public const int LongLength = 20_000;

    private static readonly ImmutableHashSet<string> Reserved = ["id", "same", "done"];
    private readonly JsonElement _kinds;

    private FiveCustomers(JsonElement answers, JsonElement expected)
    {
        _kinds = answers.GetProperty("kinds");
        Today = LocalDatePattern.Iso.Parse(answers.GetProperty("today").GetString()!).Value;
        Expected = expected;
        Sheets = [.. answers.GetProperty("drafts").EnumerateArray().Select(Read)];
    }

    /// <summary>The day that the figures are computed on.</summary>
    public LocalDate Today { get; }

    /// <summary>Everything that is answered, a dialog at a time, in the order in which it happens in two weeks.</summary>
    public ImmutableArray<Sheet> Sheets { get; }

    /// <summary>The figures, as <c>Data/five-customers.expected.json</c> has them.</summary>
    public JsonElement Expected { get; }

    /// <summary>The answers as the bot keeps them.</summary>
    public IEnumerable<Draft> Drafts => Sheets.Select(sheet => sheet.Draft);

    /// <summary>20,000 characters with line ends of both sorts, right-to-left words, emoji and Markdown; always the same.</summary>
    public static string LongQuote { get; } = MakeLongQuote();

    /// <summary>The answers of one dialog.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Sheet Of(string flow, string subject = "") => Sheets.First(sheet => sheet.Flow == flow && sheet.Subject == subject);

    /// <summary>Reads both files, which stand in the folder <c>Data</c> beside the test assembly.</summary>
    public static FiveCustomers Load() => new(Parse("five-customers.json"), Parse("five-customers.expected.json"));

    private static JsonElement Parse(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Data", file)));
        return document.RootElement.Clone();
    }

    private static string MakeLongQuote()
    {
        const string paragraph = "Das **dritte** Mal in diesem Jahr 😤, יום אחרי יום, and still no `restart` log.\r\n| a | b |\n\t- هكذا هو الحال  \n";
        var quote = new StringBuilder();
        for (var number = 1; quote.Length < LongLength; number++)
            quote.Append(CultureInfo.InvariantCulture, $"{number}. ").Append(paragraph);
        // The last character is a letter, so that half an emoji or a lost blank at the end cannot hide.
        var cut = char.IsHighSurrogate(quote[LongLength - 2]) ? LongLength - 2 : LongLength - 1;
        return quote.ToString(0, cut).PadRight(LongLength, 'Z');
    }

    private Sheet Read(JsonElement draft)
    {
        var flow = draft.GetProperty("flow").GetString()!;
        var kinds = _kinds.GetProperty(flow);
        var at = InstantPattern.ExtendedIso.Parse(draft.GetProperty("at").GetString()!).Value;
        var answers = ImmutableDictionary.CreateBuilder<string, Answer>();
        var fields = ImmutableDictionary.CreateBuilder<string, string>();
        var lines = ImmutableDictionary.CreateBuilder<string, ImmutableArray<ImmutableDictionary<string, string>>>();
        foreach (var property in draft.GetProperty("answers").EnumerateObject())
        {
            AnswerValue value;
            if (property.Value.ValueKind is JsonValueKind.Array)
            {
                ImmutableArray<Row> rows = [.. property.Value.EnumerateArray().Select(RowOf)];
                value = new AnswerValue.Table(rows);
                lines[property.Name] = [.. rows.Select(row => row.Cells
                    .Where(cell => !Reserved.Contains(cell.Key))
                    .ToImmutableDictionary(cell => $"{property.Name}.{cell.Key}", cell => cell.Value))];
            }
            else
            {
                var raw = property.Value.GetString()!;
                fields[property.Name] = raw;
                value = Value(kinds.GetProperty(property.Name).GetString()!, raw);
            }

            answers[property.Name] = new Answer(value, answers.Count + 1, at);
        }

        var first = draft.TryGetProperty("first", out var plan)
            ? plan.EnumerateObject().ToImmutableDictionary(property => property.Name, property => property.Value.GetString()!)
            : ImmutableDictionary<string, string>.Empty;
        return new Sheet(
            new Draft(flow, draft.GetProperty("subject").GetString()!, at, answers.ToImmutable(), DraftStatus.Done),
            fields.ToImmutable(),
            lines.ToImmutable(),
            first);
    }

    private static Row RowOf(JsonElement line) => new(line.EnumerateObject().ToImmutableDictionary(
        cell => cell.Name, cell => cell.Value.GetString()! is var words && words == "$long" ? LongQuote : words));

    private static AnswerValue Value(string kind, string raw) => kind switch
    {
        "text" => new AnswerValue.Text(raw),
        "choice" => new AnswerValue.Choice(raw),
        "choices" => new AnswerValue.Choices([.. raw.Split(',')]),
        "scale" => new AnswerValue.Scale(int.Parse(raw, CultureInfo.InvariantCulture)),
        "date" => new AnswerValue.Date(LocalDatePattern.Iso.Parse(raw).Value),
        "time" => new AnswerValue.Time(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(raw).Value),
        "zone" => new AnswerValue.Zone(raw),
        "number" => new AnswerValue.Number(decimal.Parse(raw, CultureInfo.InvariantCulture)),
        "money" => new AnswerValue.Amount(raw.Split(' ') is [var amount, var currency]
            ? new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency)
            : throw new FormatException($"'{raw}' is no amount.")),
        "people" => new AnswerValue.People([.. raw.Split('\n').Select(name => new Person(name))]),
        "yesNo" => new AnswerValue.YesNo(raw == "yes"),
        _ => throw new FormatException($"The kind '{kind}' is unknown."),
    };
}

/// <summary>The answers of one dialog.</summary>
/// <param name="Draft">As the bot keeps them, every line with its id, merges and kept promises included.</param>
/// <param name="Fields">What the inputs of a card send, by question id; without the rows questions.</param>
/// <param name="Lines">By rows question: what the inputs of each line send, by <c>&lt;question&gt;.&lt;column&gt;</c>, without the cells that nobody types.</param>
/// <param name="First">What was answered at first and changed later (a visit that was moved), by question id; mostly empty.</param>
public sealed record Sheet(
    Draft Draft,
    ImmutableDictionary<string, string> Fields,
    ImmutableDictionary<string, ImmutableArray<ImmutableDictionary<string, string>>> Lines,
    ImmutableDictionary<string, string> First)
{
    /// <summary>Which flow.</summary>
    public string Flow => Draft.Flow;

    /// <summary>What it is about.</summary>
    public string Subject => Draft.Subject;
}
