using CtoBot.EndToEnd.Driver;
using CtoBot.Tests.Support;

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
        await GuidedAsync(walk, "v6", "Nordhaven Logistics is at 4 on flight risk", keep: "debrief");
        await walk.PressAsync("Debrief Balearia Foods", "how they work with the product");
        await GuidedAsync(walk, "v7", "Balearia Foods is at 5 on flight risk");
        await MoveAsync(walk);

        await walk.GoToAsync("2026-12-01T18:00:00Z", Cancel);
        await walk.SayAsync("debrief Kestrel", "how they work with the product");
        await GuidedAsync(walk, "v8", "Kestrel Insurance is at 2 on flight risk");
        await PlanAsync(walk, "Nordhaven", "v11");

        await walk.GoToAsync("2026-12-02T18:00:00Z", Cancel);
        await walk.SayAsync("debrief Al Noor", "how they work with the product");
        var halves = new Interview(walk.Chat);
        await halves.PagesAsync(Five.Of("debrief", "v9"), until: "service");
        await walk.GoToAsync("2026-12-02T18:20:00Z", Cancel);
        await walk.SayAsync("continue", "The whole company serves a customer");
        var rest = new Interview(walk.Chat);
        await rest.PagesAsync(Five.Of("debrief", "v9"), from: "service");
        await walk.Chat.ExpectCardAsync("Al Noor Medical Group is at 4 on flight risk");
        Assert.InRange(halves.Sends + rest.Sends, 1, MostSends);
        await walk.SayAsync("debrief Ostrava", "how they work with the product");
        await walk.PressAsync("All on one card", "Which sentences must not get lost?");
        await FormAsync(walk, "v10", "Ostrava Steel is at 4 on flight risk");
        await SettleAsync(walk, "Hotfix for the CSV export", "Kept");

        await walk.GoToAsync("2026-12-03T17:00:00Z", Cancel);
        await walk.SayAsync("debrief Nordhaven", "Which sentences must not get lost?");
        await FormAsync(walk, "v11", "Nordhaven Logistics moved from 4 to 3 on flight risk");
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
            ["reports"] = "Ann Lee, Bob Roy", ["salesHead"] = "Dana Kim", ["supportHead"] = "Tom Berg", ["servicesHead"] = "Carla Diaz", ["cfo"] = "Uma Patel",
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
        await File.WriteAllTextAsync("/tmp/scratch/customer.txt", await walk.Chat.CardTextAsync(), Cancel);
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

    private static async Task GuidedAsync(Walk walk, string visit, string said, string? keep = null)
    {
        var interview = new Interview(walk.Chat);
        await interview.PagesAsync(Five.Of("debrief", visit), seen: (page, round) => keep is null ? Task.CompletedTask : Pictures.KeepAsync(walk.Chat, $"{keep}-{page.Id}-{round}"));
        await walk.Chat.ExpectCardAsync(said);
        Assert.InRange(interview.Sends, 1, MostSends);
    }

    private static async Task FormAsync(Walk walk, string visit, string said)
    {
        var interview = new Interview(walk.Chat);
        await interview.FormAsync(Five.Of("debrief", visit), round => Pictures.KeepAsync(walk.Chat, $"form-{visit}-{round}"));
        await walk.Chat.ExpectCardAsync(said);
        Assert.Equal(2, interview.Sends);
    }

    private static async Task SettleAsync(Walk walk, string promise, string as_)
    {
        await walk.SayAsync("promises", promise);
        await walk.OpenAsync(promise, "Who keeps it");
        await walk.PressAsync(as_, "Open again");
    }
}
