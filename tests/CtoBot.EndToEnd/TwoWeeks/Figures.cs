using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CtoBot.Tests.Support;

namespace CtoBot.EndToEnd.TwoWeeks;

/// <summary>The figures that were computed by hand, in the words in which a card shows them to somebody whose language is English.</summary>
internal sealed partial class Figures(FiveCustomers five)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly DateOnly Today = new(2026, 12, 7);
    private static readonly string[] Levels = ["", "staying", "rather staying", "undecided", "rather going", "going"];

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["renewal"] = "The renewal is near",
        ["price"] = "The price",
        ["missing"] = "Something is missing",
        ["escalations"] = "Escalations go unanswered",
    };

    /// <summary>The functions as the matrix names them, and the latest marks of each customer as <c>Data/README.md</c> has them.</summary>
    private static readonly string[] Heads = ["Sales", "Services", "Support", "Training", "Engin."];

    private static readonly (string Customer, string[] Marks)[] Marks =
    [
        ("c1", ["3", "3", "2", "3", "5"]),
        ("c2", ["2", "4", "3", "–", "3"]),
        ("c3", ["4", "4", "4", "5", "4"]),
        ("c4", ["3", "1", "2", "2", "3"]),
        ("c5", ["2", "3", "2", "4", "4"]),
    ];

    /// <summary>The rows of the risk board.</summary>
    public IEnumerable<string> Risks =>
        from line in five.Expected.GetProperty("risks").EnumerateArray()
        let customer = Text(line, "customer")
        let risk = line.GetProperty("risk").GetInt32()
        let debrief = DebriefsOf(customer).Last()
        let change = line.GetProperty("change") is { ValueKind: JsonValueKind.Number } moved ? $"risk down from {risk - moved.GetInt32()} to {risk}" : "first visit"
        from shown in (string[])
        [
            Number(risk),
            NameOf(customer),
            $"{Levels[risk]} · {change} · seen {Date(DateOf(debrief))}",
            $"{Money(line, "revenue")} a year · {Renewal(Text(line, "renewal"))}",
            string.Join(" · ", line.GetProperty("reasons").EnumerateArray().Select(reason => Reason(debrief, reason.GetString()!))),
        ]
        select shown;

    /// <summary>The rows of the list of bugs.</summary>
    public IEnumerable<string> Bugs =>
        from line in five.Expected.GetProperty("bugs").EnumerateArray()
        let customers = line.GetProperty("customers").EnumerateArray().Select(customer => NameOf(customer.GetString()!)).ToArray()
        from shown in (string[])
        [
            $"{Number(customers.Length)}×",
            TitleOf(Text(line, "ref")),
            List(customers),
            $"{English.TextInfo.ToTitleCase(Text(line, "worst"))} · since {Date(Text(line, "oldest"))}",
            $"{Money(line, "revenue")} a year at stake",
        ]
        select shown;

    /// <summary>The rows of the service matrix and its averages.</summary>
    public IEnumerable<string> Service =>
    [
        .. Marks.SelectMany(row => Heads.Zip(row.Marks).SelectMany(cell => new[] { cell.First, cell.Second }).Prepend(NameOf(row.Customer))),
        "Average",
        .. Heads.Zip(Functions).SelectMany(cell => new[] { cell.First, cell.Second.GetProperty("average").GetDecimal().ToString("0.0", English) }),
        $"From {List([.. Functions.Select(function => Number(function.GetProperty("ratings").GetInt32()))])} marks",
    ];

    /// <summary>Each function: its key, its average and ratings in words, how many low marks, quotes and answers.</summary>
    public IEnumerable<(string Function, string Average, int Low, int Quotes, int Said)> Summaries => Functions.Select(function => (
        Text(function, "function"),
        $"{function.GetProperty("average").GetDecimal().ToString("0.0", English)} on average, from {function.GetProperty("ratings").GetInt32()} customers",
        function.GetProperty("low").GetInt32(),
        function.GetProperty("quotes").GetInt32(),
        function.GetProperty("said").GetInt32()));

    /// <summary>The promises in a state, in order.</summary>
    public string[] Promises(params string[] states) =>
        [.. five.Expected.GetProperty("promises").EnumerateArray().Where(line => states.Contains(Text(line, "state"))).Select(line => Text(line, "what"))];

    /// <summary>How many promises are in which state.</summary>
    public string PromiseCounts =>
        $"{Promises("open").Length} open, {Promises("overdue").Length} overdue, {Promises("kept").Length} kept, {Promises("broken").Length} not kept";

    /// <summary>The sums of the deals.</summary>
    public string DealSums => $"4 deals · Together: {Money(Deals, "total")} · Hanging on bugs: {Money(Deals, "onBugs")}";

    /// <summary>The deals, those that hang on a bug first, each with the bug that it hangs on.</summary>
    public IEnumerable<(string Deal, string? Bug)> DealLines => Deals.GetProperty("lines").EnumerateArray()
        .Select(line => (Text(line, "deal"), line.GetProperty("bug").GetString() is { } bug ? TitleOf(bug) : null))
        .OrderBy(line => line.Item2 is null);

    /// <summary>The sums of the room to act.</summary>
    public IEnumerable<string> Room => ((string, string)[])[("Budget", "budget"), ("Committed", "committed"), ("Free", "free"), ("Costs found", "cost"), ("Left", "left")] is var facts
        ? facts.SelectMany(fact => new[] { fact.Item1, Money(RoomFigures, fact.Item2) })
        : [];

    /// <summary>What is free of each budget line.</summary>
    public IEnumerable<string> FreeOfLines => RoomFigures.GetProperty("freeOfLines").EnumerateArray().Select(free => "of it free " + Money(free.GetString()!));

    /// <summary>What the costs of each kind come to.</summary>
    public IEnumerable<(string Kind, string Sum)> Costs =>
        ((string Kind, string Key)[])[("Bugs", "bugCost"), ("Deals", "dealCost"), ("Gaps in service", "gapCost"), ("Other", "otherCost")] is var kinds
            ? kinds.Select(kind => (kind.Kind, Money(RoomFigures, kind.Key)))
            : [];

    /// <summary>The functions with low marks: key and number of customers.</summary>
    public IEnumerable<(string Function, string Customers)> LowRated => RoomFigures.GetProperty("lowRated").EnumerateArray()
        .Select(low => low.GetString()!.Split(' ')).Select(low => (low[0], low[1] == "1" ? "1 customer" : $"{low[1]} customers"));

    /// <summary>The figures that the verdict rests on.</summary>
    public IEnumerable<string> Verdict =>
    [
        $"Customers seen: {Situation("seen")} of {Situation("customers")}. Debriefs: {Situation("visitsDone")}. Bugs: {Situation("bugs")}. Quotes: 11.",
        $"Flight risk: {Situation("averageRisk")} on average",
        $"At 4 or 5 on flight risk: 3 of 5 · {Money(five.Expected.GetProperty("situation"), "atRisk")} a year",
        $"Promises open: {Situation("promisesOpen")}, overdue: {Situation("promisesOverdue")}",
    ];

    /// <summary>How many bugs there are, and how many of them block somebody.</summary>
    public string Blockers => $"{Situation("bugs")} · {Situation("blockers")} block somebody";

    /// <summary>The revenue of all customers, and of those with each risk.</summary>
    public IEnumerable<string> Revenue =>
        from share in five.Expected.GetProperty("situation").GetProperty("byRisk").EnumerateArray()
        let parts = Share().Match(share.GetString()!)
        where parts.Groups["count"].Value != "0"
        select $"{parts.Groups["risk"].Value} of 5 · {parts.Groups["count"].Value} {(parts.Groups["count"].Value == "1" ? "customer" : "customers")} · {Money(parts.Groups["revenue"].Value)}";

    /// <summary>The revenue of all customers.</summary>
    public string AllRevenue => Money(five.Expected.GetProperty("situation"), "revenue");

    private JsonElement[] Functions => [.. five.Expected.GetProperty("services").EnumerateArray()];

    private JsonElement Deals => five.Expected.GetProperty("deals");

    private JsonElement RoomFigures => five.Expected.GetProperty("room");

    /// <summary>A customer's name.</summary>
    public string NameOf(string customer) => five.Of("customer", customer).Fields["name"];

    /// <summary>The title of a bug.</summary>
    /// <param name="bug">Visit and line, such as "v6/1".</param>
    public string TitleOf(string bug) => bug.Split('/') is [var visit, var line]
        ? five.Of("debrief", visit).Lines["bugs"][int.Parse(line, English) - 1]["bugs.title"]
        : throw new ArgumentException(bug, nameof(bug));

    /// <summary>An amount, or several with "and".</summary>
    public static string Money(string sums) => List([.. sums.Split(" + ").Select(sum => sum.Split(' ') is [var amount, var currency]
        ? $"{Amount(decimal.Parse(amount, CultureInfo.InvariantCulture))} {currency}"
        : throw new FormatException(sums))]);

    private static string Amount(decimal amount) => amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", English);

    private static string Money(JsonElement line, string key) => Money(Text(line, key));

    private static string Text(JsonElement line, string key) => line.GetProperty(key).GetString()!;

    private string Situation(string key) => five.Expected.GetProperty("situation").GetProperty(key).GetRawText();

    private IEnumerable<Sheet> DebriefsOf(string customer) =>
        five.Sheets.Where(sheet => sheet.Flow == "debrief" && five.Of("visit", sheet.Subject).Fields["customer"] == customer);

    private string DateOf(Sheet debrief) => five.Of("visit", debrief.Subject).Fields["date"];

    private static string Reason(Sheet debrief, string reason) => reason switch
    {
        "competitor" => "Competitor: " + debrief.Fields["competitor"],
        "sponsor" => "Sponsor: " + debrief.Fields["sponsor"],
        _ => Reasons[reason],
    };

    private static string Renewal(string iso)
    {
        var days = DateOnly.Parse(iso, CultureInfo.InvariantCulture).DayNumber - Today.DayNumber;
        return days <= 60 ? $"renews in {days} days" : "renews " + Date(iso);
    }

    private static string Date(string iso)
    {
        var date = DateOnly.Parse(iso, CultureInfo.InvariantCulture);
        return date.ToString("ddd, MMM d", English) + (date.Year == Today.Year ? "" : $" {date.Year}");
    }

    private static string Number(int number) => number.ToString(English);

    private static string List(string[] names) => names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} and {names[^1]}";

    [GeneratedRegex(@"^(?<risk>\d?): (?<count>\d+), (?<revenue>.*)$")]
    private static partial Regex Share();
}
