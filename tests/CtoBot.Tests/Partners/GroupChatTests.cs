using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Partners;

/// <summary>The five questions in a group chat in which both are.</summary>
public sealed class GroupChatTests
{
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly GroupInbox group = new("cmo-id", "cto-id", "eve-id");

    [Fact]
    public async Task Either_of_the_two_writes_down_what_they_agree_and_each_signs_in_their_own_chat()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        Assert.Equal(GroupTurn.Taken, await cmo.SayInAsync(group, "five questions"));
        Assert.Contains("Five questions: Mia Kern and Tom Berg", group.Everything, StringComparison.Ordinal);
        await cmo.PressInAsync(group, "Go on");
        Assert.Contains("You could open with", Someone.Text(group.All[^1]), StringComparison.Ordinal);
        await cto.PressInAsync(group, "Save", ("ads", "cmo"));
        await cmo.PressInAsync(group, "Save", ("brings", "money"), ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"));
        await cto.PressInAsync(group, "Save", ("metrics.name", "Page load"), ("metrics.unit", "s"));
        await cto.PressInAsync(group, "Save", ("putOff", "the new site"));
        await cmo.PressInAsync(group, "Save", ("brakes.brake", "Slow release"));

        var pair = (await bot.PairAsync())!;
        Assert.Equal([1, 0, 1, 1, 0], FiveIds.Questions.Select(question => pair.Question(question).Joint!.By));
        await cto.SayInAsync(group, "agreement");
        var sheet = Assert.IsType<Reply.Sheet>(group.All[^1]);
        Assert.Equal("Each of you signs in your own chat.", sheet.Lead);
        Assert.Equal(["Five questions"], sheet.Buttons.Select(button => button.Label));
        // Nobody is told alone what both see there.
        Assert.Contains("Tom Berg is in", Someone.Text(Assert.Single(cmo.Inbox.All)), StringComparison.Ordinal);
        Assert.Empty(cto.Inbox.All);
        await cto.SayInAsync(group, "ledger");
        Assert.Equal("Ledger", Assert.IsType<Reply.Sheet>(group.All[^1]).Title);
    }

    [Fact]
    public async Task The_private_chat_of_who_presses_stays_where_it_was()
    {
        var (_, cmo, _) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await cmo.SayAsync("offer");
        var before = await cmo.StateAsync();
        await cmo.SayInAsync(group, "next");
        var after = await cmo.StateAsync();
        Assert.Equal((before.Focus, before.Away), (after.Focus, after.Away));
        await cmo.SayAsync("Website upkeep");
        Assert.Contains("Website upkeep", cmo.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_one_has_taken_down_are_not_lost_when_the_other_presses_the_same_card()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await cmo.SayInAsync(group, "next");
        await cmo.PressInAsync(group, "Save", ("ads", "cmo"));
        await cmo.PressInAsync(group, ((Reply.Ask)group.All[^1]).More!.Action, ("wins.win", "Faster checkout"), ("wins.by", "2026-12-18"));
        var card = ((Reply.Ask)group.All[^1]).Submit.Action;
        await cto.PressInAsync(group, card, ("brings", "calm"));
        Assert.Null((await bot.PairAsync())!.Question(FiveIds.Success).Joint);
        await cmo.PressInAsync(group, card, ("brings", "calm"));
        Assert.Equal("Faster checkout", (await bot.PairAsync())!.Question(FiveIds.Success).Joint!.Value<AnswerValue.Table>("wins")!.Lines.Single().Cells["win"]);
    }

    [Fact]
    public async Task A_third_person_presses_nothing_and_without_the_other_nothing_is_shown()
    {
        var (bot, cmo, _) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        var eve = await bot.Person("eve-id", "Eve Hart").SetUpAsync("cto");
        await cmo.SayInAsync(group, "five questions");
        var before = PartnershipJson.Write((await bot.PairAsync())!);
        Assert.Equal(GroupTurn.NotTheirs, await eve.PressInAsync(group, "Go on"));
        Assert.Equal(GroupTurn.NotTheirs, await eve.SayInAsync(group, "five questions"));
        var alone = new GroupInbox("cmo-id", "eve-id");
        Assert.Equal(GroupTurn.OtherAbsent, await cmo.SayInAsync(alone, "five questions"));
        Assert.Empty(alone.All);
        Assert.Single(group.All);
        Assert.Equal(before, PartnershipJson.Write((await bot.PairAsync())!));
    }

    [Fact]
    public async Task Who_holds_them_apart_is_asked_before_they_are_held_there()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", new MemoryStore());
        await cmo.SayInAsync(group, "next");
        Assert.Contains("each of the two answers alone", Someone.Text(group.All[^1]), StringComparison.Ordinal);
        await cto.PressInAsync(group, "Hold them here");
        Assert.Equal(HoldingMode.Room, (await bot.PairAsync())!.Mode);
        await cmo.PressInAsync(group, "Go on");
        Assert.IsType<Reply.Ask>(group.All[^1]);
    }

    [Fact]
    public async Task Joint_wins_are_told_once_when_both_wish_it()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await AgreementFileTests.AgreeAsync(bot, cmo, cto, "calm");
        await cmo.SayInAsync(group, "five questions");
        clock.Advance(TimeSpan.FromDays(30));
        await CheckInAsync(cmo, "3.4", "yes");
        Assert.Empty(bot.Announced);
        await CheckInAsync(cto, "3.2", "no");
        Assert.Empty(bot.Announced);
        await CheckInAsync(cto, "3.2", "yes");
        await CheckInAsync(cmo, "3.2", "yes");
        await cmo.SayAsync("five questions");

        var told = Someone.Text(Assert.Single(bot.Announced));
        Assert.Contains("Joint wins of Mia Kern and Tom Berg", told, StringComparison.Ordinal);
        Assert.Contains("Page load: 3.2 s", told, StringComparison.Ordinal);
        Assert.DoesNotContain("between us", told, StringComparison.Ordinal);
        Assert.Empty((await bot.PairAsync())!.Outbox);
    }

    [Fact]
    public async Task Without_a_group_chat_nothing_is_announced()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await AgreementFileTests.AgreeAsync(bot, cmo, cto, "calm");
        clock.Advance(TimeSpan.FromDays(30));
        await CheckInAsync(cmo, "3.4", "yes");
        await CheckInAsync(cto, "3.4", "yes");
        Assert.Empty(bot.Announced);
        Assert.DoesNotContain((await bot.PairAsync())!.Outbox, message => message.News == PairNews.Announced);
    }

    [Fact]
    public async Task Who_is_forgotten_takes_the_group_chat_along()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", new MemoryStore());
        await cto.SayInAsync(group, "five questions");
        await cto.PressInAsync(group, "Go on");
        await cto.PressInAsync(group, "Save", ("limits", "Tom Berg must be asked"));
        Assert.NotNull((await bot.PairAsync())!.Group);
        await cto.SayAsync("forget me");
        await cto.SayAsync("delete everything");

        var kept = await bot.KeptAsync(partition => partition != cmo.Key.Partition);
        Assert.All(["Tom Berg", "Berg", "cto-id", "19:group", "29:somebody"], word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("the CTO must be asked", kept, StringComparison.Ordinal);
        Assert.Equal(GroupTurn.NotTheirs, await cmo.SayInAsync(group, "five questions"));
        Assert.Equal(GroupTurn.NotTheirs, await cto.SayInAsync(group, "five questions"));
    }

    private static async Task CheckInAsync(Someone person, string value, string announce)
    {
        await person.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.CheckIn), (DataKeys.Subject, $"{(await person.StateAsync()).Pairs!.Ids[0]}~30")));
        await person.AnswerAsync(("values", $"Page load | {value}"), ("done", "0"), ("note", "between us"), ("announce", announce));
    }
}
