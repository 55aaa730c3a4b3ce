using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core;

namespace CtoBot.Tests.Cards;

/// <summary>What was found out at customers, as cards show it: nothing yet, the usual, the most, and what would break a client that takes it for more than text.</summary>
internal static class FindingSamples
{
    /// <summary>Markdown, HTML, an address, a text function, writing from right to left, emoji of several letters, and a word without an end.</summary>
    public const string Hostile = "**Bold** _it_ [free](https://example.com) <b onclick=\"x()\">html</b> {{DATE(2026-11-27, SHORT)}} \\ | مرحبا بالعالم 👩‍👩‍👧‍👦🏳️‍🌈 ";

    private static readonly ImmutableArray<string> Functions = ["Sales", "Services", "Support", "Training", "Engin."];

    private static readonly Button Today = new("Today", CardAction.Show(Views.Today));
    private static readonly Button Previous = new("Previous", CardAction.Show("bugs:1"));
    private static readonly Button Next = new("Next", CardAction.Show("bugs:3"));

    /// <summary>The replies by name.</summary>
    public static IEnumerable<KeyValuePair<string, Reply>> All => Boards.Concat(Matrices).Concat(Briefs).Concat(Quotes);

    private static IEnumerable<KeyValuePair<string, Reply>> Boards =>
    [
        new("board-empty", new Reply.Board("Bugs", null, "No bug has been reported yet. Bugs come from debriefs.", [], null, [new("Customers", CardAction.Show("customers")), Today])),
        new("board-risks", Risks),
        new("board-bugs", new Reply.Board("Bugs", null, "How many customers report each bug.", [new("", [.. Enumerable.Range(11, 10).Select(Bug)])], "Page 2 of 100", [Previous, Next, new("Merge", CardAction.Show("same")), Today])),
        new("board-promises", Promises),
        new("board-visits", Visits),
        new("board-customers", new Reply.Board("Customers", null, null, [new("", [.. Enumerable.Range(191, 10).Select(Customer)])], "Page 20 of 20", [new("Add", CardAction.Show("add")), Previous, Today])),
        new("board-hostile", HostileBoard),
    ];

    private static Reply.Board Risks => new(
        "Flight risk",
        null,
        "1 is safe, 5 is leaving. Tap a customer for the whole picture.",
        [
            new(
                "Might leave",
                [
                    Risk(5, Tone.Attention, "Northwind Logistics", ["€480,000 a year · renewal 31 Mar 2027", "Was 3 on 30 Nov · up by 2", "Named a competitor; the sponsor is leaving"], "c1"),
                    Risk(4, Tone.Warning, "Contoso", ["$1,250,000 a year · renewal 15 Jan 2027", "First visit", "Escalations without an answer"], "c2"),
                ]),
            new(
                "Safe for now",
                [
                    Risk(2, Tone.Good, "Fabrikam", ["€95,000 a year", "Was 2 on 1 Dec · unchanged"], "c3"),
                    Risk(1, Tone.Good, "Tailspin Toys", ["£60,000 a year · renewal 30 Sep 2027"], "c4"),
                ]),
            new("Not visited yet", [new(new("–"), "Adventure Works", ["€720,000 a year · visit on Fri 4 Dec"], Open: CardAction.Show("customer:c5"))]),
        ],
        null,
        [new("Bugs", CardAction.Show("bugs")), new("Service", CardAction.Show("service")), Today]);

    private static Reply.Board Promises => new(
        "Promises",
        "Kept: call Contoso about the outage.",
        null,
        [
            new("Overdue", [Promise("☐", Tone.Attention, "Send the dates of the 8.2 upgrade", ["Due Fri 4 Dec, 3 days late · Ann Lee", "Northwind Logistics, visit on 30 Nov"], "p1")]),
            new("Open", [Promise("☐", Tone.Neutral, "A named engineer for the migration, with a phone number that is answered at night", ["Due Mon 14 Dec · Bo Roy", "Fabrikam, visit on 1 Dec"], "p2"), Promise("☐", Tone.Neutral, "Price for the second plant", ["No date · VP Sales"], "p3")]),
            new("Settled", [Promise("☑", Tone.Good, "Call about the outage", ["Kept on Thu 3 Dec · Contoso"], "p4") with { Settled = true }, Promise("✖", Tone.Attention, "Free training days", ["Broken · Tailspin Toys"], "p5") with { Settled = true }]),
        ],
        null,
        [new("Undo", CardAction.Of(Verbs.Undo)), new("Risks", CardAction.Show("risks")), Today]);

    private static Reply.Board Visits => new(
        "Visits",
        null,
        null,
        [
            new("Mon 30 Nov", [Visit("09:00", "Northwind Logistics", "Hamburg · debriefed", "v1"), Visit("14:00", "Contoso", "Zürich, 14:00 there · debrief is half-way", "v2")]),
            new("Tue 1 Dec", [Visit("10:30", "Fabrikam", "Boston, 10:30 there is 16:30 for you", "v3")]),
        ],
        null,
        [new("Plan a visit", CardAction.Show("plan-visit")), Today]);

    private static Reply.Board HostileBoard => new(
        Hostile,
        Hostile,
        Long(Hostile, 400),
        [new(Hostile, [new(new("{{x}}", Tone.Warning), Long(Hostile, 600), [Long(Hostile, 600), "a\nb\r\n\tc", new string('w', 300), "a fourth"], new(Hostile, CardAction.Of(Verbs.Tick, (DataKeys.Step, "x"))), CardAction.Show("bug:x")), new(new(""), "‮right to left‬ שלום", [], Open: CardAction.Show("bug:y"))])],
        Hostile,
        [new(Hostile, CardAction.Show("bugs:2"))]);

    private static IEnumerable<KeyValuePair<string, Reply>> Matrices =>
    [
        new("matrix-empty", new Reply.Matrix("Service", null, "No customer has rated anything yet. Ratings come from debriefs.", Functions, [], null, null, [new("Customers", CardAction.Show("customers")), Today])),
        new("matrix-service", Service),
        new("matrix-page", new Reply.Matrix("Service", null, "1 is poor, 5 is excellent.", Functions, [.. Enumerable.Range(1, Reply.Matrix.MostRows).Select(Ratings)], Averages, "Page 1 of 34", [Next, Today])),
        new("matrix-hostile", new Reply.Matrix(Hostile, Hostile, Hostile, [.. Enumerable.Repeat(Hostile, 5)], [Cells(Hostile, "h", Long(Hostile, 600), Hostile, "-", "10", "100", "1000")], null, Hostile, [])),
    ];

    private static Reply.Matrix Service => new(
        "Service",
        null,
        "1 is poor, 5 is excellent. Tap a figure for what was said.",
        Functions,
        [
            Cells("Northwind Logistics", "c1", "“We call, and call again, and then we call you.” – on support", "4", "3", "1", "2", "3"),
            Cells("Contoso", "c2", null, "5", "4", "2", "–", "4"),
            Cells("Fabrikam", "c3", "“Best two days of training we ever paid for.” – on training", "3", "–", "4", "5", "4"),
        ],
        Averages,
        null,
        [new("Risks", CardAction.Show("risks")), new("Bugs", CardAction.Show("bugs")), Today]);

    private static MatrixRow Averages => new("Average", [.. new[] { ("4.0", Tone.Good), ("3.5", Tone.Neutral), ("2.3", Tone.Warning), ("3.5", Tone.Neutral), ("3.7", Tone.Neutral) }.Select(cell => new MatrixCell(new(cell.Item1, cell.Item2)))], "of 3, 2, 3, 2 and 3 ratings");

    private static IEnumerable<KeyValuePair<string, Reply>> Briefs =>
    [
        new("brief-empty", new Reply.Brief("Brief: customer support", null, "There is no debrief yet, so this is what you know so far.", [new("Meeting", "Mon 7 Dec, morning")], [], [new("Take notes", CardAction.Show("notes")), Today])),
        new("brief-visit", VisitBrief),
        new("brief-support", SupportBrief),
        new("brief-hostile", new Reply.Brief(Hostile, Hostile, Hostile, [new("Said", Long(Hostile, 900)), new("None", "–")], [new(Hostile, [Hostile], [Hostile, new string('w', 500)], [Said(Long(Hostile, 2000), "1"), Said("One\r\n\r\n\ttwo", "2"), Said(Lines(40), "3")], new(Hostile, CardAction.Show("quotes")))], [])),
        new("brief-maximum", new Reply.Brief("Brief: sales & marketing", null, null, [.. Enumerable.Range(1, 12).Select(number => new BriefFact($"Fact {number}", "Some value, with a few words"))], [.. Enumerable.Range(1, 5).Select(Full)], [new("Take notes", CardAction.Show("notes")), Today])),
    ];

    private static Reply.Brief VisitBrief => new(
        "Northwind Logistics",
        null,
        "Tomorrow at 09:00, 60 minutes.",
        [new("Where", "Hamburg, Am Sandtorkai 37"), new("Who", "Dr. Jana Voss, Head of IT, +49 40 555 0100"), new("Time", "09:00 there and for you"), new("Revenue", "€480,000 a year"), new("Renewal", "31 Mar 2027"), new("Introduced", "By Dee Fox, by phone")],
        [
            new("Known trouble", ["Two outages in October. Nobody has told them why."], [], []),
            new("Ask", [], ["How do you use it, who uses it, and in what environment?", "Which bugs hurt most, and since when?", "Might you leave us? What would have to happen?", "How do sales, services, support and training serve you?"], []),
            new("Learnt elsewhere", [], ["Contoso reports the same outage since 12 Oct"], [Said("Your support is friendly. It just never calls back.", "4", "Contoso, R. Meyer, 30 Nov")]),
        ],
        [new("Debrief", CardAction.Show("debrief")), new("Move the visit", CardAction.Show("move")), new("Visits", CardAction.Show("visits"))]);

    private static Reply.Brief SupportBrief => new(
        "Brief: customer support",
        null,
        "What four customers said about support.",
        [new("Rating", "2.3 of 5, from 3 customers"), new("Escalations", "3 without an answer"), new("Promises", "2 open, 1 overdue")],
        [
            new("Ask", [], ["Is the sense of urgency the same as at the customer?", "Who calls back, and when?"], []),
            new(
                "What they said",
                [],
                [],
                [
                    Said("We call, and call again, and then we call you.\nThat cannot be how it works, can it?", "1", "Northwind Logistics, J. Voss, 30 Nov"),
                    Said(string.Concat(Enumerable.Repeat("The ticket was closed three times without anyone asking us whether it was solved. ", 12)), "2", "Contoso, R. Meyer, 30 Nov"),
                    Said("שירות מצוין, אבל לאט מדי 🙂", "3", "Fabrikam, 1 Dec"),
                ],
                new("All 14 quotes", CardAction.Show("quotes:support"))),
        ],
        [new("Take notes", CardAction.Show("notes")), new("Service", CardAction.Show("service")), Today]);

    private static IEnumerable<KeyValuePair<string, Reply>> Quotes =>
    [
        Quote("quote", "We call, and call again, and then we call you.\n\nThat cannot be how it works, can it?"),
        Quote("quote-hostile", Long(Hostile, 500) + "\r\n# heading\r\n- point\r\n\r\n    code\r\n" + new string('w', 200)),
        Quote("quote-longest", Long("The ticket was closed three times, and nobody asked whether it was solved. ", 20_000)),
        Quote("quote-longest-lines", Long("\"Why?\"\n", 20_000)),
    ];

    private static KeyValuePair<string, Reply> Quote(string name, string words)
    {
        var parts = LongText.Parts(words);
        var pages = parts.Length == 1 ? null : $"Part 1 of {parts.Length}";
        ImmutableArray<Button> buttons = [.. parts.Length == 1 ? Array.Empty<Button>() : [new("Next part", CardAction.Show("quote:v1/2"))], new("Back", CardAction.Show("brief:support"))];
        return new(name, new Reply.Quote("About support", parts[0], "Northwind Logistics, J. Voss, 30 Nov", pages, buttons));
    }

    private static BoardRow Risk(int risk, Tone tone, string name, ImmutableArray<string> details, string id) =>
        new(new(risk.ToString(CultureInfo.InvariantCulture), tone), name, details, Open: CardAction.Show("customer:" + id));

    private static BoardRow Bug(int number) =>
        new(new($"{22 - number}×"), $"Bug {number}: the import stops at the {number * 1000:N0}th line and says nothing", ["Blocker · €1,730,000 at stake", "Northwind Logistics, Contoso, Fabrikam and 8 more"], Open: CardAction.Show($"bug:v{number}/1"));

    private static BoardRow Promise(string box, Tone tone, string what, ImmutableArray<string> details, string id) =>
        new(new(box, tone), what, details, new($"{(box == "☑" ? "Not kept" : "Kept")}: {what}", CardAction.Of(box == "☑" ? Verbs.Untick : Verbs.Tick, (DataKeys.Step, id))), CardAction.Show("promise:" + id));

    private static BoardRow Visit(string time, string customer, string detail, string id) => new(new(time), customer, [detail], Open: CardAction.Show("visit:" + id));

    private static BoardRow Customer(int number) =>
        new(new(""), $"Customer {number}", [$"City {number} · €{number * 1000:N0} a year", "Introduction asked · no visit yet"], Open: CardAction.Show($"customer:c{number}"));

    private static MatrixRow Ratings(int number) => Cells($"Customer {number}", $"c{number}", null, "4", "3", "2", "–", "5");

    private static MatrixRow Cells(string name, string id, string? detail, params ImmutableArray<string> figures) =>
        new(name, [.. figures.Select((figure, index) => new MatrixCell(new(figure, Tones(figure)), figure == "–" ? null : CardAction.Show($"said:{id}/{index}")))], detail, CardAction.Show("customer:" + id));

    private static Tone Tones(string figure) => figure switch { "1" => Tone.Attention, "2" => Tone.Warning, "4" or "5" => Tone.Good, _ => Tone.Neutral };

    private static BriefSection Full(int number) => new(
        $"Section {number}",
        [Long("A paragraph of some length. ", 300)],
        [.. Enumerable.Range(1, 3).Select(point => $"Point {point} of section {number}, with some words")],
        [.. Enumerable.Range(1, 3).Select(quote => Said(Long("They said this at length. ", 20_000), $"{number}.{quote}"))],
        new("All 200 quotes", CardAction.Show($"quotes:{number}")));

    private static Quotation Said(string words, string id, string source = "Northwind Logistics, 30 Nov") => new(words, source, CardAction.Show("quote:" + id));

    private static string Long(string piece, int length) => string.Concat(Enumerable.Repeat(piece, length / piece.Length + 1))[..length];

    private static string Lines(int count) => string.Join('\n', Enumerable.Range(1, count));
}
