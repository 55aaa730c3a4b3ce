using CtoBot.EndToEnd.Driver;
using CtoBot.EndToEnd.TwoWeeks;

namespace CtoBot.EndToEnd.FiveQuestions;

/// <summary>The five questions between a CMO and a CTO in two browsers, from the invitation to the first check-in, with a bot that is killed on the way.</summary>
[Collection(Chats.Collection)]
public sealed class FiveQuestionsTests(Chromium browser, LocalNode node)
{
    /// <summary>How often the CMO may have to send something from the invitation to the signed agreement.</summary>
    private const int MostSends = 25;

    private const string Involvement = "How involved would you like to be?";
    private const string Success = "What does winning together look like?";
    private const string Measures = "How will we measure it?";
    private const string Expenses = "Which costs can move?";
    private const string Speed = "What would make us faster together?";

    /// <summary>Words of the CMO that nobody else may see before both have answered.</summary>
    private const string Secret = "the wolpertinger account";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_CMO_and_a_CTO_hold_all_five_apart_and_in_one_room_and_sign_the_same_agreement()
    {
        await using var two = await TwoChats.StartAsync(browser, node, "2026-11-27T09:00:00Z", Cancel);
        await Task.WhenAll(SetUpAsync(two.Cmo, "cmo"), SetUpAsync(two.Cto, "cto"));
        var before = two.Cmo.Sends;

        await InviteAsync(two);
        await DisputedAsync(two);
        await AgreedAtOnceAsync(two);
        await InOneRoomAsync(two);
        await ApartAgainAsync(two);
        await OfferAsync(two);
        await SignAsync(two);
        Assert.InRange(two.Cmo.Sends - before, 1, MostSends);

        await ChangeAsync(two);
        Assert.InRange(two.Cmo.Sends - before, 1, MostSends);
        await SameAgreementAsync(two);
        await CheckInAsync(two);
    }

    private static async Task SetUpAsync(Partner partner, string hat)
    {
        await partner.Chat.ExpectCardAsync("Good to meet you");
        await partner.PressAsync("Set up (2 minutes)", "Which hat do you wear?");
        await partner.AnswerAsync(PageAnswers.On("setup", "hat", ("hat", hat), ("company", "Contoso")), "Which time zone are you in?", "Next");
        if (hat == "cmo")
        {
            await partner.PressAsync("Next", "Who is the new CTO?");
            await partner.PressAsync("Save", "All set");
            return;
        }

        await partner.PressAsync("Next", "When is your first day?");
        await partner.AnswerAsync(PageAnswers.On("setup", "start", ("start", "2026-11-27")), "Who heads sales and marketing?", "Next");
        await partner.HearsAsync(() => partner.Chat.ClickAsync("Save"), "Meet your direct reports");
    }

    /// <summary>The CMO invites by name; the CTO joins by the code that was passed on.</summary>
    private static async Task InviteAsync(TwoChats two)
    {
        await two.Cmo.SayAsync("five questions", "Five questions for the new CTO");
        await two.Cmo.PressAsync("Invite", "Whom do you invite?");
        // Whom no directory knows is named in the chat, and gets in by the code.
        await two.Cmo.SayAsync("Alex Chen", "How do you want to hold them?");
        await two.Cmo.AnswerAsync(PageAnswers.On("five-invite", "invite", ("mode", "apart")), "It can be accepted until");
        var card = await CardLines.ReadAsync(two.Cmo.Chat);
        var code = card.Text.Split("accept ")[1].Split('”')[0];
        await two.Cto.SayAsync("accept WRONG-1", "There is no such invitation");
        await two.Cmo.HearsAsync(() => two.Cto.SayAsync("accept " + code, "Five questions with Priya Raman"), "Alex Chen is in");
    }

    /// <summary>Both answer the first question alone and differ; they see it side by side and settle it, over a crash.</summary>
    private static async Task DisputedAsync(TwoChats two)
    {
        await two.Cmo.PressAsync("Begin", "Only you see this until Alex Chen has answered too.");
        await two.Cto.HearsAsync(
            () => two.Cmo.AnswerAsync(PageAnswers.To("involvement", ("ads", "cmo"), ("site", "both"), ("crm", "cmoAsks"), ("comfort", "4"), ("limits", Secret)), Success),
            "Priya Raman has answered: " + Involvement);
        await two.Cmo.AnswerAsync(Wins, Measures);
        Assert.DoesNotContain(Secret, await two.Cto.EverythingAsync(), StringComparison.Ordinal);
        await two.Cto.PressAsync("Go on", "Only you see this until Priya Raman has answered too.");
        await two.Cmo.HearsAsync(
            () => two.Cto.AnswerAsync(PageAnswers.To("involvement", ("ads", "cto"), ("site", "both"), ("crm", "cmoAsks"), ("comfort", "2")), "You differ in 3 of 5."),
            "Both of you have answered: " + Involvement);
        foreach (var (partner, first, second) in ((Partner, string, string)[])
        [
            (two.Cmo, "CMO leads, CTO is told", "CTO leads, CMO is told"),
            (two.Cto, "CTO leads, CMO is told", "CMO leads, CTO is told"),
        ])
        {
            var card = await CardLines.ReadAsync(partner.Chat);
            card.Hold(["≠ Advertising accounts", first, second]);
            card.Hold(["= Website", "Both, together", "Both, together"]);
            card.HoldInOrder("= CRM", "≠ Comfort", "≠ Ask first", Secret);
        }

        await two.Cmo.PressAsync("Settle it together", "What you both stand for.");
        await two.Cmo.FillAsync(PageAnswers.To("involvement", ("ads", "ctoAsks"), ("comfort", "3")));
        await two.KillAsync("2026-11-27T10:00:00Z", Cancel);
        await two.Cto.HearsAsync(() => two.Cmo.PressAsync("Save", "Settled: " + Involvement), "Priya Raman wrote down what you agreed.");
        (await CardLines.ReadAsync(two.Cto.Chat)).HoldInOrder("Advertising accounts: CTO leads, CMO is asked first", "Website: Both, together");
    }

    /// <summary>Of the second question both think the same.</summary>
    private static async Task AgreedAtOnceAsync(TwoChats two)
    {
        await two.Cto.PressAsync("Go on", Success);
        await two.Cmo.HearsAsync(() => two.Cto.AnswerAsync(Wins, "You both say the same."), "Both of you have answered: " + Success);
        await two.Cmo.HearsAsync(() => two.Cto.PressAsync("Agree as it stands", "Settled: " + Success), "Alex Chen wrote down what you agreed.");
    }

    /// <summary>The CMO has them sit together: one chat leads through the questions and takes down what is said.</summary>
    private static async Task InOneRoomAsync(TwoChats two)
    {
        await two.Cmo.PressAsync("Five questions", "2 of 5 settled");
        await two.Cto.HearsAsync(() => two.Cmo.PressAsync("Hold it in one room", "You sit together."), "you hold the five questions in one room");
        await two.Cmo.PressAsync("Go on", "You could open with");
        await two.Cto.HearsAsync(
            () => two.Cmo.AnswerAsync(PageAnswers.To(
                "measures",
                ("metrics.name", "Page load"), ("metrics.baseline", "4.2"), ("metrics.target", "2.5"), ("metrics.unit", "s"), ("metrics.owner", "cto"), ("metrics.source", "RUM"),
                ("metrics.cadence", "weekly"), ("daily", "100,000 USD"), ("seconds", "1"), ("recognition", "A word at the all-hands, by both")),
                "Settled: " + Measures),
            "up to 2,500,000 USD a year");
        await two.Cmo.Chat.ExpectCardAsync("You could open with");
        await two.Cto.HearsAsync(
            () => two.Cmo.AnswerAsync(PageAnswers.To(
                "expenses", ("offers.what", "Website upkeep"), ("offers.amount", "1,000 EUR"), ("offers.period", "monthly"), ("offers.to", "cmo"), ("stays", "The release calendar")), "Settled: " + Expenses),
            "Website upkeep");
    }

    /// <summary>The CTO would rather think about the last one alone.</summary>
    private static async Task ApartAgainAsync(TwoChats two)
    {
        var slow = PageAnswers.To("speed", ("brakes.brake", "Slow release"), ("brakes.how", "thirdParty"), ("brakes.cost", "20,000 EUR"), ("brakes.saves", "4"), ("brakes.decision", "yes"), ("brakes.by", "2027-01-15"));
        await two.Cto.PressAsync("Five questions", "4 of 5 settled");
        await two.Cmo.HearsAsync(() => two.Cto.PressAsync("Answer apart", "Each of you answers alone."), "each of you answers alone first");
        await two.Cmo.PressAsync("Five questions", "4 of 5 settled");
        await two.Cmo.PressAsync("Go on", "Only you see this until Alex Chen has answered too.");
        await two.Cto.HearsAsync(() => two.Cmo.AnswerAsync(slow, "Only you see it until Alex Chen has answered too."), "Priya Raman has answered: " + Speed);
        await two.Cto.PressAsync("Go on", Speed);
        await two.Cmo.HearsAsync(
            () => two.Cto.AnswerAsync(PageAnswers.To("speed", ("brakes.brake", "Too many tag requests"), ("brakes.how", "stop"), ("brakes.decision", "later"), ("stopAsking", "Weekly reports")), "You differ in 2 of 2."),
            "Both of you have answered: " + Speed);
        await two.Cto.PressAsync("Settle it together", "What you both stand for.");
        await two.Cmo.HearsAsync(() => two.Cto.PressAsync("Save", "Read it once more, then sign."), "Alex Chen wrote down what you agreed.");
        (await CardLines.ReadAsync(two.Cmo.Chat)).HoldInOrder("Slow release", "Too many tag requests", "Weekly reports");
    }

    /// <summary>What the CMO offered grows, and is accepted as it has grown.</summary>
    private static async Task OfferAsync(TwoChats two)
    {
        await two.Cto.SayAsync("ledger", "Nothing has been accepted yet.");
        await two.Cto.OpenAsync("Website upkeep", "Waits for you");
        await two.Cto.PressAsync("Counter", "An offer for the ledger");
        await two.Cmo.HearsAsync(
            () => two.Cto.AnswerAsync(PageAnswers.On("five-offer", "offer", ("amount", "1,500 EUR"), ("note", "It has grown")), "Countered. The other decides."),
            "Website upkeep: 1,500 EUR a month, from the CTO to the CMO");
        (await CardLines.ReadAsync(two.Cmo.Chat)).HoldInOrder("You offered on Fri, Nov 27: Website upkeep: 1,000 EUR a month", "Alex Chen countered on Fri, Nov 27: Website upkeep: 1,500 EUR a month", "It has grown");
        // 12 months of 1,500.
        await two.Cto.HearsAsync(() => two.Cmo.PressAsync("Accept", "Accepted, from the CTO to the CMO: 18,000 EUR a year"), "Website upkeep: 1,500 EUR a month");
    }

    private static async Task SignAsync(TwoChats two)
    {
        await two.Cto.SayAsync("agreement", "Read it once more, then sign.");
        await two.Cmo.HearsAsync(() => two.Cto.PressAsync("Sign", "Alex Chen signed on Friday, November 27"), "Alex Chen has signed. Your signature is missing.");
        await two.Cto.HearsAsync(() => two.Cmo.PressAsync("Sign", "Both of you have signed this."), "Both of you have signed.");
    }

    /// <summary>A change after signing takes the signatures back, and both sign again.</summary>
    private static async Task ChangeAsync(TwoChats two)
    {
        await two.Cto.PressAsync("Five questions", "5 of 5 settled");
        await two.Cto.OpenAsync(Involvement, "What you agreed on.");
        await two.Cto.PressAsync("Change it", "Advertising accounts");
        await two.Cmo.HearsAsync(
            () => two.Cto.AnswerAsync(PageAnswers.To("involvement", ("ads", "both")), "Settled: " + Involvement),
            "Alex Chen changed something you had signed. Please read and sign again.");
        var card = await CardLines.ReadAsync(two.Cmo.Chat);
        card.HoldInOrder("Advertising accounts: Both, together", "Priya Raman signed an earlier version", "Alex Chen signed an earlier version");
        await two.Cto.HearsAsync(() => two.Cmo.PressAsync("Sign", "Priya Raman signed on"), "Your signature is missing.");
        await two.Cmo.HearsAsync(() => two.Cto.PressAsync("Sign", "Both of you have signed this."), "Both of you have signed.");
    }

    private static async Task SameAgreementAsync(TwoChats two)
    {
        await two.Cmo.SayAsync("agreement", "Both of you have signed this.");
        await two.Cto.SayAsync("agreement", "Both of you have signed this.");
        var card = await CardLines.ReadAsync(two.Cmo.Chat);
        card.HoldInOrder(
            "What Priya Raman and Alex Chen agreed",
            Involvement, "Advertising accounts: Both, together", "Comfort with marketing in the lead: 3 of 5",
            Success, "First joint win: Faster checkout",
            Measures, "Metric: Page load", "up to 2,500,000 USD a year",
            Expenses, "Who decides: The release calendar",
            Speed, "Brake: Slow release", "Brake: Too many tag requests",
            "Ledger", "Website upkeep: 1,500 EUR a month, from the CTO to the CMO", "18,000 EUR a year",
            "Priya Raman signed on Friday, November 27", "Alex Chen signed on Friday, November 27");
        Assert.Equal(card.All, (await CardLines.ReadAsync(two.Cto.Chat)).All);
    }

    /// <summary>Thirty days later, after another crash.</summary>
    private static async Task CheckInAsync(TwoChats two)
    {
        await two.KillAsync("2026-12-27T09:00:00Z", Cancel);
        await two.Cmo.SayAsync("check-in", "After 30, 60 and 90 days: Sun, Dec 27, Tue, Jan 26 and Thu, Feb 25.");
        await two.Cmo.PressAsync("Check in after 30 days", "Where do your metrics stand?");
        await two.Cmo.Chat.LastCard.GetByRole(Microsoft.Playwright.AriaRole.Checkbox, new() { Name = "Faster checkout" }).CheckAsync();
        // From 4.2 to 2.5 are 1.7; 0.8 of them are done: 47%.
        await two.Cto.HearsAsync(
            () => two.Cmo.AnswerAsync(PageAnswers.On("five-checkin", "checkin", ("values", "Page load | 3.4"), ("announce", "yes")), "Done: Faster checkout"),
            "Page load: 3.4 s, from 4.2 towards 2.5 (47% of the way)");
        (await CardLines.ReadAsync(two.Cto.Chat)).HoldInOrder("Done: Faster checkout", "Not done yet: Slow release");
    }

    private static PageAnswers Wins => PageAnswers.To(
        "success", ("brings", "Money to bring, wins to need"), ("direction", "3"), ("quick", "2"), ("costs", "2"), ("joint", "1"), ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"), ("wins.owner", "both"));
}
