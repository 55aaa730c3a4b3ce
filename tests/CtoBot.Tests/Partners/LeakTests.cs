using System.Reflection;
using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Export;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Partners;

/// <summary>Every command and every crafted submit against what somebody else has answered in private.</summary>
public sealed class LeakTests
{
    private const string Secret = "zebra";

    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_other_sees_nothing_of_a_private_answer_before_the_reveal()
    {
        var (bot, cmo, cto) = await AnsweredAsync();

        await AttackAsync(bot, cto, (await bot.PairAsync())!.Id);

        Assert.DoesNotContain(Secret, cto.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Secret, await bot.KeptAsync(partition => partition != cmo.Key.Partition), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(Secret, await bot.KeptAsync(partition => partition == cmo.Key.Partition), StringComparison.OrdinalIgnoreCase);
        var export = await KeptData.ReadAsync(bot.Store, new DueIndex(bot.Store), cto.Key.Partition, clock.GetUtcNow(), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(Secret, System.Text.Encoding.UTF8.GetString(KeptJson.Write(export)), StringComparison.OrdinalIgnoreCase);
        Assert.Contains(export.Rows, row => row.Key.EndsWith("|pair", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("tenant-1")]
    [InlineData("tenant-2")]
    public async Task A_third_person_and_another_tenant_get_nothing_and_change_nothing(string tenant)
    {
        var (bot, _, _) = await AnsweredAsync();
        var pair = (await bot.PairAsync())!;
        var before = PartnershipJson.Write(pair);
        var eve = await bot.Person("eve-id", "Eve Hart", tenant).SetUpAsync("cto");

        await AttackAsync(bot, eve, pair.Id);

        Assert.Equal(before, PartnershipJson.Write((await bot.PairAsync(pair.Id))!));
        Assert.All([Secret, "Mia", "Berg"], word => Assert.DoesNotContain(word, eve.Everything, StringComparison.OrdinalIgnoreCase));
        // What Eve began herself by inviting somebody is hers.
        Assert.DoesNotContain(pair.Id, (await eve.StateAsync()).Pairs?.All ?? []);
    }

    [Theory]
    [InlineData("cmo-id")]
    [InlineData("cto-id")]
    [InlineData("eve-id")]
    public async Task A_group_chat_sees_nothing_of_a_private_answer_whatever_is_said_or_pressed_there(string attacker)
    {
        var (bot, cmo, cto) = await AnsweredAsync();
        var eve = await bot.Person("eve-id", "Eve Hart").SetUpAsync("cto");
        var group = new GroupInbox("cmo-id", "cto-id", "eve-id");
        var pair = (await bot.PairAsync())!;
        await cto.SayInAsync(group, "five questions");
        var person = new[] { cmo, cto, eve }.Single(candidate => candidate.Key.UserId == attacker);
        foreach (var command in PairBot.Library.For("en").Commands.All)
        {
            foreach (var argument in (string[])["", " 1", $" {pair.Id}", " success"])
                await person.SayInAsync(group, command.Says[0] + argument);
        }

        foreach (var action in Crafted(pair.Id, "~0~1"))
            await person.PressInAsync(group, action, ("words", "x"));

        Assert.DoesNotContain(Secret, group.Everything, StringComparison.OrdinalIgnoreCase);
        // The CMO's plan, visits and setup are nobody's business there either.
        Assert.DoesNotContain("Contoso", group.Everything, StringComparison.OrdinalIgnoreCase);
        Assert.All(group.All, reply => Assert.True(reply is Reply.Menu or Reply.Sheet or Reply.Note or Reply.Ask || reply == new Reply.Say(PairBot.Library.TextsFor("en-GB")["pair.meanwhile"])));
        if (attacker == "eve-id")
            Assert.Single(group.All);
        else
            Assert.True(group.All.Length > 1);
    }

    [Fact]
    public async Task What_is_not_yours_is_answered_as_what_there_is_not()
    {
        var (bot, _, _) = await AnsweredAsync();
        var id = (await bot.PairAsync())!.Id;
        var eve = await bot.Person("eve-id", "Eve Hart").SetUpAsync("cto");
        var ivy = await bot.Person("ivy-id", "Eve Hart").SetUpAsync("cto");
        foreach (var action in Crafted(id).Zip(Crafted(new string('A', id.Length))))
        {
            await eve.PressAsync(action.First);
            await ivy.PressAsync(action.Second);
            Assert.Equal(eve.Last.Replace(id, "", StringComparison.Ordinal), ivy.Last.Replace(new string('A', id.Length), "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_code_is_of_its_tenant_only_and_works_once()
    {
        var bot = new PairBot(clock, new MemoryStore());
        var cmo = await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo");
        await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite)));
        await cmo.AnswerAsync(("who", "Tom Berg"), ("mode", "apart"));
        var code = (await bot.PairAsync())!.Invitation.Code;
        var stranger = await bot.Person("eve-id", "Eve Hart", "tenant-2").SetUpAsync("cto");
        var cto = await bot.Person("cto-id", "Tom Berg").SetUpAsync("cto");
        var late = await bot.Person("late-id", "Lea Voss").SetUpAsync("cto");

        await stranger.SayAsync("accept " + code);
        Assert.Contains("There is no such invitation", stranger.Last, StringComparison.Ordinal);
        await cmo.SayAsync("accept " + code);
        Assert.Contains("There is no such invitation", cmo.Last, StringComparison.Ordinal);
        await cto.SayAsync("accept " + code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant());
        Assert.True((await bot.PairAsync())!.IsHeld);
        await late.SayAsync("accept " + code);
        Assert.Contains("There is no such invitation", late.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("|code|", await bot.KeptAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_lapses_after_two_weeks()
    {
        var bot = new PairBot(clock, new MemoryStore());
        var cmo = await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo");
        await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite)));
        await cmo.AnswerAsync(("who", "Tom Berg"), ("mode", "apart"));
        var code = (await bot.PairAsync())!.Invitation.Code;
        clock.Advance(TimeSpan.FromDays(14));
        var cto = await bot.Person("cto-id", "Tom Berg").SetUpAsync("cto");

        await cto.SayAsync("accept " + code);
        Assert.Contains("There is no such invitation", cto.Last, StringComparison.Ordinal);
        await cmo.PressAsync(CardAction.Show(Views.Pair((await bot.PairAsync())!.Id)));
        Assert.Contains("has lapsed", cmo.Last, StringComparison.Ordinal);
        Assert.Equal(("", ""), ((await bot.PairAsync())!.Invitation.Code, (await bot.PairAsync())!.Invitation.InviteeName));
        Assert.DoesNotContain("|code|", await bot.KeptAsync(), StringComparison.Ordinal);
    }

    /// <summary>The CMO has answered all five, and planted a word wherever words can be written.</summary>
    private async Task<(PairBot Bot, Someone Cmo, Someone Cto)> AnsweredAsync()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", new MemoryStore());
        await cmo.PressAsync("Begin");
        await cmo.AnswerAsync(("ads", "cmo"), ("limits", Secret));
        await cmo.AnswerAsync(("brings", Secret), ("wins.win", Secret), ("wins.by", "2026-12-18"));
        await cmo.AnswerAsync(("metrics.name", Secret), ("metrics.unit", Secret), ("metrics.source", Secret), ("recognition", Secret));
        await cmo.AnswerAsync(("offers.what", Secret), ("offers.amount", "5 EUR"), ("offers.period", "once"), ("offers.to", "cmo"), ("putOff", Secret));
        await cmo.AnswerAsync(("brakes.brake", Secret), ("stopAsking", Secret));
        Assert.All(FiveIds.Questions, question => Assert.Equal([0], bot.PairAsync().Result!.Question(question).Answered));
        return (bot, cmo, cto);
    }

    private static async Task AttackAsync(PairBot bot, Someone person, string pairId)
    {
        foreach (var command in PairBot.Library.For("en").Commands.All.Where(command => command.Name is not ("erase" or "forget")))
        {
            foreach (var argument in (string[])["", " 1", $" {pairId}", " success"])
                await person.SayAsync(command.Says[0] + argument);
        }

        foreach (var action in Crafted(pairId))
            await person.PressAsync(action, ("words", "x"), ("unheard", "x"));
        Assert.NotNull(bot.Store);
    }

    /// <summary>Every verb there is with every value that could lead to somebody's answers.</summary>
    private static IEnumerable<CardAction> Crafted(string pairId, params string[] moreSubjects)
    {
        string[] verbs = [.. typeof(Verbs).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Except([Verbs.Erase, Verbs.Keep])];
        string[] flows = [.. FiveIds.Questions.Select(FiveIds.FlowOf), FiveIds.Offer, FiveIds.CheckIn];
        string[] subjects = [pairId, pairId + "~0", pairId + "~1~1", pairId + "~30", .. moreSubjects.Select(more => pairId + more)];
        string[] views = [.. FiveIds.Questions.Select(question => Views.PairQuestion(pairId, question)), Views.Pair(pairId), Views.PairLedger(pairId), Views.PairOffer(pairId, 1), Views.PairAgreement(pairId), Views.PairDocument(pairId), Views.PairCheckIn(pairId)];
        return
        [
            .. from verb in verbs
               from flow in flows
               from subject in subjects
               select CardAction.Of(verb, (DataKeys.Flow, flow), (DataKeys.Subject, subject), (DataKeys.Page, flow["five-".Length..])),
            .. from verb in verbs
               from view in views
               select CardAction.Of(verb, (DataKeys.View, view)),
            .. from verb in verbs
               from item in FiveIds.Questions.Append("1")
               from choice in (string[])["room", "apart", "accept", "decline", "withdraw"]
               select CardAction.Of(verb, (DataKeys.Pair, pairId), (DataKeys.Item, item), (DataKeys.Choice, choice), (DataKeys.Seen, "0")),
        ];
    }
}
