using System.Text.Json;
using CtoBot.EndToEnd.Driver;
using CtoBot.Playground;
using CtoBot.Tests.Support;
using Microsoft.Playwright;

namespace CtoBot.EndToEnd.TwoWeeks;

/// <summary>Two weeks of a new CTO with five customers, in the Playground, with the bot's clock set to each day in turn.</summary>
public sealed class TwoWeeksTests(Chromium browser, LocalNode node)
{
    /// <summary>What a debrief may take, page by page.</summary>
    private const int MostSends = 10;

    private static readonly FiveCustomers Five = FiveCustomers.Load();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_CTO_sees_five_customers_meets_those_who_serve_them_and_finds_every_figure_as_by_hand()
    {
        await using var walk = await Walk.StartAsync(browser, node, "2026-11-27T14:00:00Z", Cancel);
        await SetUpAsync(walk);
        await CustomersAsync(walk);
        await VisitsAsync(walk);

        await walk.GoToAsync("2026-11-30T18:00:00Z", Cancel);
        // The visits of the day are over: their debriefs open from the first card of the evening, one after the other.
        await walk.PressAsync("Debrief Nordhaven Logistics", "how they work with the product");
        await GuidedAsync(walk, "v6", "Nordhaven Logistics is at 4 on flight risk");
        await walk.PressAsync("Debrief Balearia Foods", "how they work with the product");
        await GuidedAsync(walk, "v7", "Balearia Foods is at 5 on flight risk");
        await MoveAsync(walk);

        await walk.GoToAsync("2026-12-01T18:00:00Z", Cancel);
        await walk.SayAsync("debrief Kestrel", "how they work with the product", "debrief-guided");
        await GuidedAsync(walk, "v8", "Kestrel Insurance is at 2 on flight risk");
        await PlanAsync(walk, "Nordhaven", "v11");

        await walk.GoToAsync("2026-12-02T18:00:00Z", Cancel);
        await walk.SayAsync("debrief Al Noor", "how they work with the product");
        var halves = new Interview(walk.Chat);
        await halves.PagesAsync(Five.Of("debrief", "v9"), until: "service");
        await walk.GoToAsync("2026-12-02T18:20:00Z", Cancel);
        await walk.SayAsync("continue", "The whole company serves a customer", "debrief-resumed");
        var rest = new Interview(walk.Chat);
        await rest.PagesAsync(Five.Of("debrief", "v9"), from: "service");
        await walk.Chat.ExpectCardAsync("Al Noor Medical Group is at 4 on flight risk");
        Assert.InRange(halves.Sends + rest.Sends, 1, MostSends);
        await walk.SayAsync("debrief Ostrava", "how they work with the product");
        await walk.PressAsync("All on one card", "Which sentences must not get lost?");
        await FormAsync(walk, "v10", "Ostrava Steel is at 4 on flight risk");
        await SettleAsync(walk, "Hotfix for the CSV export", "Kept");

        await walk.GoToAsync("2026-12-03T17:00:00Z", Cancel);
        await walk.SayAsync("debrief Nordhaven", "Which sentences must not get lost?", "debrief-form");
        await FormAsync(walk, "v11", "Nordhaven Logistics moved from 4 to 3 on flight risk");
        (await CardLines.ReadAsync(walk.Chat)).HoldInOrder(
            "Against your visit on Mon, Nov 30", "Flight risk down from 4 to 3", "Professional services: up from 2 to 3", "Customer support: up from 1 to 2",
            "Engineering: up from 4 to 5", "Promised then, still open: Call Maren with the date of the hotfix", "Promised then, kept: Hotfix for the CSV export");

        await walk.GoToAsync("2026-12-07T16:00:00Z", Cancel);
        await SettleAsync(walk, "A patch for the label printing", "Not kept");
        await BriefAndNotesAsync(walk, "sales", "meeting-sales", "Notes: Sales and marketing", "Softway calls me every week", "nobody answers", "أبداً", "medal");
        await MergeAsync(walk, "Export to CSV loses rows", "CSV export drops rows over 50,000 lines");
        await MergeAsync(walk, "Rows missing in CSV export", "CSV export drops rows over 50,000 lines");
        await MergeAsync(walk, "CSV export drops rows above 50,000 lines", "CSV export drops rows over 50,000 lines");
        await ProposedAsync(walk);
        await BriefAndNotesAsync(walk, "support", "meeting-support", "Notes: Customer support", "nobody answers", "Softway", "medal", "Eleven months");
        await BriefAndNotesAsync(walk, "services", "meeting-services", "Notes: Professional services", "Eleven months", "nobody answers", "أبداً", "Softway");
        await BriefAndNotesAsync(walk, "CFO", "meeting-cfo", "Notes: CFO", "Revenue by flight risk", "nobody answers", "medal", "Softway calls");
        await BriefAndNotesAsync(walk, "Ann Lee", "meeting-report", "Notes: Ann Lee", "I want a roadmap", "nobody answers", "medal", "Softway");
        await BriefAndNotesAsync(walk, "Bob Roy", "meeting-report", "Notes: Bob Roy", "I want a roadmap", "nobody answers", "medal", "Softway");
        await VerdictAsync(walk);
        await walk.GoToAsync("2026-12-07T18:00:00Z", Cancel);
        await FiguresAsync(walk, new Figures(Five));
        await WordsAsync(walk);
        TellsNothing(walk.Log, (await walk.OpenedAsync()).Query);
    }

    /// <summary>The log of the whole walk, of every level, holds no name, no quote and no link.</summary>
    private static void TellsNothing(string log, string link)
    {
        string[] said =
        [
            .. Five.Sheets.SelectMany(sheet => sheet.Fields.Values.Concat(sheet.Lines.Values.SelectMany(lines => lines.SelectMany(line => line.Values))))
                .SelectMany(words => words.Split('\n', StringSplitOptions.TrimEntries))
                .Where(words => words.Length >= 10 && words.Contains(' ', StringComparison.Ordinal) && words.Any(char.IsLetter)),
            "Ann Lee", "Bob Roy", "Dana Kim", "Tom Berg", "Carla Diaz", "Uma Patel", PlaygroundPerson.Cto.Name, "Nordhaven", "Balearia", "Al Noor",
            link["?key=".Length..], link[^40..],
        ];
        Assert.InRange(said.Length, 100, int.MaxValue);
        Assert.Contains("trce:", log, StringComparison.Ordinal);
        Assert.Contains("dbug:", log, StringComparison.Ordinal);
        Assert.DoesNotContain(said, words => log.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task SetUpAsync(Walk walk)
    {
        await walk.Chat.ExpectCardAsync("Good to meet you");
        await walk.PressAsync("Set up (2 minutes)", "Which hat do you wear?");
        foreach (var (page, fields) in ((string, Dictionary<string, string>)[])
        [
            ("hat", new() { ["hat"] = "cto", ["company"] = "Contoso" }),
            ("clock", []),
            ("start", new() { ["start"] = "2026-11-27" }),
        ])
        {
            var interview = new Interview(walk.Chat);
            await interview.FillAsync(Interview.Questions("setup", page), fields);
            await interview.SendAsync("Next");
        }

        await new Interview(walk.Chat).FillAsync(Interview.Questions("setup", "people"), new Dictionary<string, string>
        {
            ["reports"] = "Ann Lee, Bob Roy",
            ["salesHead"] = "Dana Kim",
            ["supportHead"] = "Tom Berg",
            ["servicesHead"] = "Carla Diaz",
            ["cfo"] = "Uma Patel",
        });
        await walk.Chat.ForReplyAsync(() => walk.Chat.ClickAsync("Save"));
        await walk.Chat.ExpectCardAsync("Meet your direct reports");
    }

    /// <summary>The list is pasted; then one customer is completed.</summary>
    private static async Task CustomersAsync(Walk walk)
    {
        string[] columns = ["name", "city", "contact", "renewal", "revenue", "trouble"];
        var lines = Five.Sheets.Where(sheet => sheet.Flow == "customer").Select(sheet => string.Join(" | ", columns.Select(column => sheet.Fields.GetValueOrDefault(column))));
        await walk.SayAsync("customers", "No customers yet");
        await walk.PressAsync("Add customers", "Which customers should be on your list?");
        await walk.SayAsync(string.Join('\n', lines), "5 customers are new on your list");
        await walk.OpenAsync("2 Balearia Foods", "Said nothing for a year");
        await walk.PressAsync("Change", "Customer: Balearia Foods");
        await walk.PressAsync("Add what is missing", "Does sales insist on coming along?");
        var interview = new Interview(walk.Chat);
        var customer = Five.Of("customer", "c2").Fields;
        await interview.FillAsync(Interview.Questions("customer", "intro"), customer);
        await interview.SendAsync("Save");
        await interview.FillAsync(Interview.Questions("customer", "company"), customer);
        await interview.SendAsync("Save");
        await walk.Chat.ExpectCardAsync("introduced by Dana Kim; sales insists on coming along: Paul Ost, account manager");
    }

    private static async Task VisitsAsync(Walk walk)
    {
        foreach (var (customer, visit) in ((string, string)[])[("Nordhaven", "v6"), ("Balearia", "v7"), ("Kestrel", "v8"), ("Al Noor", "v9"), ("Ostrava", "v10")])
            await PlanAsync(walk, customer, visit);
    }

    private static async Task PlanAsync(Walk walk, string customer, string visit)
    {
        var sheet = Five.Of("visit", visit);
        await walk.SayAsync("visit " + customer, "Which day?");
        var interview = new Interview(walk.Chat);
        await interview.FillAsync(Interview.Questions("visit", "when"), sheet.Fields.SetItems(sheet.First));
        await interview.SendAsync("Save");
        await walk.Chat.ExpectCardAsync("Saved. You see " + customer);
    }

    private static async Task MoveAsync(Walk walk)
    {
        var sheet = Five.Of("visit", "v9");
        await walk.SayAsync("visits", "Coming up");
        await walk.OpenAsync("Al Noor Medical Group", "Healthcare City");
        await walk.PressAsync("Move or change", "Which day?");
        var interview = new Interview(walk.Chat);
        await interview.FillAsync(Interview.Questions("visit", "when"), sheet.First.Keys.ToDictionary(id => id, id => sheet.Fields[id]));
        await interview.SendAsync("Save");
        await walk.Chat.ExpectCardAsync("Moved. You see Al Noor Medical Group on Wednesday, December 2");
    }

    private static async Task GuidedAsync(Walk walk, string visit, string said)
    {
        var interview = new Interview(walk.Chat);
        await interview.PagesAsync(Five.Of("debrief", visit));
        await walk.Chat.ExpectCardAsync(said);
        Assert.InRange(interview.Sends, 1, MostSends);
    }

    private static async Task FormAsync(Walk walk, string visit, string said)
    {
        var interview = new Interview(walk.Chat);
        await interview.FormAsync(Five.Of("debrief", visit));
        await walk.Chat.ExpectCardAsync(said);
        Assert.Equal(1, interview.Sends);
    }

    private static async Task SettleAsync(Walk walk, string promise, string mark)
    {
        await walk.SayAsync("promises", promise);
        await walk.OpenAsync(promise, "Who keeps it");
        await walk.PressAsync(mark, "Open again");
    }

    /// <summary>The brief, which holds what concerns its owner and nothing else, and the notes that are opened from it.</summary>
    private static async Task BriefAndNotesAsync(Walk walk, string with, string flow, string notes, string concerns, params string[] others)
    {
        await walk.SayAsync("brief " + with, "Only what concerns them", "brief-" + with.ToLowerInvariant().Replace(' ', '-'));
        var brief = await CardLines.ReadAsync(walk.Chat);
        brief.HoldInOrder(concerns);
        brief.Lack(others);
        await walk.Chat.ForUpdateAsync(() => walk.Chat.ClickAsync(notes));
        var subject = flow == "meeting-report" ? with.ToLowerInvariant().Replace(' ', '-') : "";
        await new Interview(walk.Chat, new Figures(Five).TitleOf).PagesAsync(Five.Of(flow, subject));
        await walk.Chat.ExpectCardAsync("Saved: your notes on");
    }

    private static async Task MergeAsync(Walk walk, string bug, string into)
    {
        await walk.SayAsync("bug " + bug, "Same as another");
        await walk.PressAsync("Same as another", "is the same bug as “" + bug + "”?");
        await walk.OpenAsync(into, "One bug now: " + into);
    }

    /// <summary>The bot has noticed that two titles resemble each other.</summary>
    private static async Task ProposedAsync(Walk walk)
    {
        await walk.SayAsync("bugs", "The same bug? (2)");
        await walk.PressAsync("The same bug? (2)", "These sound alike.");
        (await CardLines.ReadAsync(walk.Chat)).HoldInOrder("SSO login fails after idle time", "SSO login fails after idle", "Ostrava Steel");
        await walk.PressAsync("The same", "One bug now: SSO login fails after idle time");
    }

    private static async Task VerdictAsync(Walk walk)
    {
        await walk.SayAsync("verdict", "No verdict yet");
        await walk.Chat.ForUpdateAsync(() => walk.Chat.ClickAsync("Write it"));
        await new Interview(walk.Chat).PagesAsync(Five.Of("verdict"));
        await walk.Chat.ExpectCardAsync("That is where you stand after two weeks.");
        var verdict = await CardLines.ReadAsync(walk.Chat);
        verdict.HoldInOrder(new Figures(Five).Verdict);
        Assert.All(Five.Of("verdict").Fields.Values, words => Assert.Contains(words, verdict.All));
    }

    private static async Task FiguresAsync(Walk walk, Figures figures)
    {
        (await ShowAsync(walk, "risks", "At 4 or 5: 3 of 5.")).Hold(figures.Risks);
        var bugs = await ShowAsync(walk, "bugs", "8 bugs · 2 shared by several customers");
        bugs.Hold(figures.Bugs);
        bugs.HoldInOrder("The same bug? (1)");
        (await ShowAsync(walk, "ratings", "Lowest: Customer support, 2.6.")).Hold(figures.Service);
        foreach (var (function, average, low, quotes, said) in figures.Summaries)
        {
            var shown = await ShowAsync(walk, "service " + function, average);
            Assert.Equal(low, shown.NamesAfter("1:") + shown.NamesAfter("2:"));
            Assert.Equal((quotes, said), shown.Sources());
        }

        var open = await ShowAsync(walk, "promises", figures.PromiseCounts);
        open.HoldInOrder([.. figures.Promises("overdue"), .. figures.Promises("open")]);
        await walk.PressAsync("Kept and not kept: 2", "Not kept");
        (await CardLines.ReadAsync(walk.Chat)).HoldInOrder([.. figures.Promises("broken"), .. figures.Promises("kept")]);

        var deals = await ShowAsync(walk, "deals", figures.DealSums);
        deals.HoldInOrder(figures.DealLines.SelectMany(line => line.Bug is { } bug ? new[] { line.Deal, "Hangs on: " + bug } : [line.Deal]));
        var room = await ShowAsync(walk, "room", "Your room to act");
        room.Hold(figures.Room);
        room.HoldInOrder(figures.FreeOfLines);
        Assert.All(figures.Costs, cost => Assert.Equal(cost.Sum, Figures.Money(room.Sum(cost.Kind))));
        room.HoldInOrder(figures.LowRated.Select(low => "a low mark from " + low.Customers));
        var cfo = await ShowAsync(walk, "brief CFO", figures.AllRevenue);
        cfo.HoldInOrder(figures.Revenue);
    }

    private static async Task<CardLines> ShowAsync(Walk walk, string command, string expected)
    {
        await walk.SayAsync(command, expected, "shown-" + command.Replace(' ', '-'));
        return await CardLines.ReadAsync(walk.Chat);
    }

    /// <summary>What was said stands in the export as it was said, but for the ends of lines, which are a browser's own in an input.</summary>
    private static async Task WordsAsync(Walk walk)
    {
        var said = Five.Sheets.SelectMany(sheet => sheet.Lines.GetValueOrDefault("quotes", [])).Select(line => line["quotes.words"].ReplaceLineEndings("\n")).Order(StringComparer.Ordinal);
        await walk.SayAsync("export my data", "Everything I keep about you");
        await walk.Chat.LastCard.GetByRole(AriaRole.Link, new() { Name = "JSON file" }).ClickAsync();
        using var http = new HttpClient();
        using var export = JsonDocument.Parse(await http.OpenTextAsync(await walk.OpenedAsync(), Cancel));
        var kept = export.RootElement.GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("key").GetString()!.StartsWith("quote|", StringComparison.Ordinal))
            .Select(row => row.GetProperty("columns").GetProperty("words").GetString()!);
        Assert.Equal(said, kept.Order(StringComparer.Ordinal));
    }
}
