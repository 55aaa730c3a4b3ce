using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Partners;

/// <summary>From the invitation to the signed agreement, through the runner and the data of the cards.</summary>
public sealed class JourneyTests
{
    private static readonly (string, string)[] Involvement = [("ads", "cmo"), ("site", "both"), ("crm", "ctoAsks"), ("comfort", "4")];
    private static readonly (string, string)[] Success = [("brings", "money, and I need wins"), ("quick", "2"), ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"), ("wins.owner", "both")];
    private static readonly (string, string)[] Measures = [("metrics.name", "Page load"), ("metrics.baseline", "4.2"), ("metrics.target", "2.5"), ("metrics.unit", "s"), ("metrics.owner", "cto"), ("metrics.source", "RUM"), ("metrics.cadence", "weekly"), ("daily", "100,000 USD"), ("seconds", "1")];
    private static readonly (string, string)[] Expenses = [("offers.what", "Website upkeep"), ("offers.amount", "1,000 EUR"), ("offers.period", "monthly"), ("offers.to", "cmo")];
    private static readonly (string, string)[] Speed = [("brakes.brake", "Slow release"), ("brakes.how", "thirdParty"), ("brakes.cost", "20,000 EUR"), ("brakes.saves", "4"), ("brakes.decision", "yes"), ("brakes.by", "2027-01-15")];

    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Apart_then_together_it_takes_the_cmo_at_most_25_sends()
    {
        var bot = new PairBot(clock, new MemoryStore());
        var cmo = await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo");
        var cto = await bot.Person("cto-id", "Tom Berg").SetUpAsync("cto");
        await cmo.SayAsync("five questions");
        await cmo.PressAsync("Invite");
        await cmo.AnswerAsync(("who", "Tom Berg"), ("mode", "apart"));
        await cto.SayAsync("accept " + (await bot.PairAsync())!.Invitation.Code);
        await cmo.PressAsync("Begin");
        foreach (var answers in new[] { Involvement, Success, Measures, Expenses, Speed })
            await cmo.AnswerAsync(answers);
        await cto.PressAsync("Go on");
        Assert.DoesNotContain("Find out where the CTO is at ease", cto.Last, StringComparison.Ordinal);
        await cto.AnswerAsync([("ads", "cto"), ("site", "both"), ("comfort", "4")]);
        Assert.Contains("≠ Advertising accounts", cto.Last, StringComparison.Ordinal);
        Assert.Contains("= Website", cto.Last, StringComparison.Ordinal);
        await cto.PressAsync("Go on");
        await cto.AnswerAsync(Success);
        await cto.PressAsync("Agree as it stands");
        foreach (var answers in new[] { Measures, Expenses, Speed })
        {
            await cto.PressAsync("Go on");
            await cto.AnswerAsync(answers);
        }

        foreach (var question in FiveIds.Questions.Where(question => question != FiveIds.Success))
        {
            await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, $"{(await bot.PairAsync())!.Id}~0")));
            await cmo.AnswerAsync(question switch { FiveIds.Involvement => [.. Involvement, ("ads", "cmo")], FiveIds.Measures => [("daily", "100,000 USD"), ("seconds", "1")], FiveIds.Expenses => [("putOff", "nothing")], _ => [("stopAsking", "reports")] });
        }

        await cmo.PressAsync("Sign");
        await cto.SayAsync("agreement");
        await cto.PressAsync("Sign");

        var pair = (await bot.PairAsync())!;
        Assert.True(pair.IsAgreed);
        Assert.InRange(cmo.Sends, 5, 25);
        Assert.Equal(OfferStatus.Offered, Assert.Single(pair.Offers).Status);
        await cmo.SayAsync("agreement");
        await cto.SayAsync("agreement");
        Assert.Equal(cmo.Last, cto.Last);
        Assert.Contains("up to 2,500,000 USD a year", cmo.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_one_room_the_chat_of_the_cmo_leads_from_one_question_to_the_next()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await cmo.PressAsync("Begin");
        Assert.Contains("You could open with", cmo.Last, StringComparison.Ordinal);
        foreach (var answers in new[] { Involvement, Success, Measures, Expenses, Speed })
            await cmo.AnswerAsync(answers);
        await cmo.PressAsync("Sign");
        await cto.SayAsync("agreement");
        await cto.PressAsync("Sign");

        Assert.True((await bot.PairAsync())!.IsAgreed);
        Assert.InRange(cmo.Sends, 5, 12);
        Assert.Contains("Both of you have signed.", string.Concat(cmo.Inbox.All.Select(Someone.Text)), StringComparison.Ordinal);
        Assert.Empty((await bot.PairAsync())!.Outbox);
    }

    [Fact]
    public async Task An_offer_is_countered_accepted_and_the_agreement_asks_for_signatures_again()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await cmo.PressAsync("Begin");
        foreach (var answers in new[] { Involvement, Success, Measures, Expenses, Speed })
            await cmo.AnswerAsync(answers);
        await cmo.PressAsync("Sign");
        await cto.SayAsync("agreement");
        await cto.PressAsync("Sign");
        await cto.PressAsync(CardAction.Show(Views.PairOffer((await bot.PairAsync())!.Id, 1)));
        await cto.PressAsync("Counter");
        await cto.AnswerAsync(("what", "Website upkeep"), ("amount", "1,500 EUR"), ("period", "monthly"), ("to", "cmo"), ("note", "it has grown"));
        await cmo.PressAsync(CardAction.Show(Views.PairOffer((await bot.PairAsync())!.Id, 1)));
        await cmo.PressAsync("Accept");

        Assert.Contains("18,000 EUR a year", cmo.Last, StringComparison.Ordinal);
        Assert.False((await bot.PairAsync())!.IsAgreed);
        Assert.Contains("Please read and sign again", string.Concat(cto.Inbox.All.Select(Someone.Text)), StringComparison.Ordinal);
        await cto.PressAsync(CardAction.Show(Views.PairAgreement((await bot.PairAsync())!.Id)));
        await cto.PressAsync("Sign");
        await cmo.SayAsync("agreement");
        await cmo.PressAsync("Sign");
        Assert.True((await bot.PairAsync())!.IsAgreed);

        clock.Advance(TimeSpan.FromDays(31));
        await cmo.SayAsync("check-in");
        await cmo.PressAsync("Check in after 30 days");
        await cmo.AnswerAsync(("values", "Page load | 3.4"), ("done", "0"), ("announce", "yes"));
        Assert.Contains("3.4 s, from 4.2 towards 2.5 (47% of the way)", cmo.Last, StringComparison.Ordinal);
        Assert.Contains("Done: Faster checkout", cmo.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invited_person_gets_one_message_and_can_say_no()
    {
        var bot = new PairBot(clock, new MemoryStore());
        var id = "0f3c2a10-5b64-4c8e-9a11-2d40c0f7e101";
        var cmo = await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo");
        var cto = await bot.Person(id, "Tom Berg").SetUpAsync("cto");
        await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite)));
        await cmo.AnswerAsync(("who", id), ("mode", "apart"));

        Assert.Contains("Mia Kern would like to hold five questions with you", Someone.Text(Assert.Single(cto.Inbox.All)), StringComparison.Ordinal);
        await cto.PressAsync("Later");
        Assert.Equal(InvitationStatus.Open, (await bot.PairAsync())!.Invitation.Status);
        await cto.PressAsync("No");
        Assert.Equal(InvitationStatus.Declined, (await bot.PairAsync())!.Invitation.Status);
        Assert.Contains("declined", Someone.Text(Assert.Single(cmo.Inbox.All)), StringComparison.Ordinal);
        await cto.PressAsync(CardAction.Of(Verbs.PairAccept, (DataKeys.Pair, (await bot.PairAsync())!.Id)));
        Assert.Contains("There is no such invitation", cto.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_to_somebody_out_of_reach_waits_for_their_next_activity()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", new MemoryStore());
        cto.Inbox.IsClosed = true;
        await cmo.PressAsync("Begin");
        await cmo.AnswerAsync(Involvement);
        Assert.Single((await bot.PairAsync())!.Outbox);
        Assert.Empty(cto.Inbox.All);

        clock.Advance(TimeSpan.FromHours(2));
        await cto.SayAsync("today");

        Assert.Contains("Mia Kern has answered", cto.Last, StringComparison.Ordinal);
        Assert.Empty((await bot.PairAsync())!.Outbox);
    }
}
