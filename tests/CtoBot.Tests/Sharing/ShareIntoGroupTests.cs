using System.Globalization;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Sharing;
using CtoBot.Tests.Cards;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Sharing;

/// <summary>A CTO who shares the readout with a group chat.</summary>
public sealed class ShareIntoGroupTests
{
    private const string Alex = "a0000000-0000-4000-8000-000000000001";

    private readonly TestClock clock = new(ReadoutSeed.Now);
    private readonly MemoryStore store = new();
    private readonly GroupInbox group = new(Alex) { Name = "Leadership team" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_person_is_asked_alone_and_the_chat_gets_the_card_of_the_preview_once_it_is_sent()
    {
        var (bot, alex) = await BegunAsync();
        Assert.Equal(GroupTurn.Alone, await alex.SayInAsync(group, "share"));
        var ask = Assert.IsType<Reply.Ask>(Assert.Single(alex.Inbox.All));
        Assert.Equal("Share with Leadership team", ask.Title);
        Assert.Equal(["what", "sections"], ask.Fields.Select(field => field.Question.Id));
        await ChooseAsync(alex);
        var (card, note) = ((Reply.Brief)alex.Shown[0], (Reply.Note)alex.Shown[1]);
        Assert.Equal("Above is exactly what they will see. It goes to Leadership team.", note.Paragraphs[0]);
        Assert.Empty(group.All);
        Assert.Empty(bot.Announced);

        await alex.PressAsync("Send");
        Assert.Contains("Leadership team: delivered", alex.Last, StringComparison.Ordinal);
        var posted = Json(Assert.Single(bot.Announced));
        Assert.Equal(Json(card), posted);
        Assert.DoesNotContain("Action.", posted, StringComparison.Ordinal);
        var entry = await EntryAsync(alex);
        // Where the chat is was kept as long as it was needed.
        Assert.Equal([(group.Group!.ConversationId!, "Leadership team", ShareStatus.Sent, true, null)], entry.To.Select(to => (to.Id, to.Name, to.Status, to.IsGroup, to.Chat)));
        await alex.SayAsync("shares");
        Assert.Contains("Leadership team: delivered", alex.Last, StringComparison.Ordinal);
        Assert.Empty(group.All);
    }

    [Fact]
    public async Task A_chat_without_a_name_is_the_group_chat()
    {
        var (_, alex) = await BegunAsync();
        await alex.SayInAsync(new GroupInbox(Alex), "share");
        Assert.Equal("Share with the group chat", ((Reply.Ask)alex.Inbox.All[0]).Title);
        await ChooseAsync(alex);
        Assert.Contains("It goes to the group chat.", alex.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guests_are_named_in_the_preview_and_a_roster_that_does_not_answer_holds_up_nothing()
    {
        var (_, alex) = await BegunAsync();
        await alex.SayInAsync(new GroupInbox(Alex) { Guests = ["Eve Hart", ""] }, "share");
        await ChooseAsync(alex);
        Assert.Equal("Guests in it who will read this too: Eve Hart and Somebody.", ((Reply.Note)alex.Shown[1]).Paragraphs[1]);
        await alex.SayInAsync(new GroupInbox(Alex) { Guests = null }, "share");
        await ChooseAsync(alex);
        Assert.DoesNotContain("Guests", alex.Last, StringComparison.Ordinal);
        await alex.PressAsync("Send");
        Assert.Contains("the group chat: delivered", alex.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_no_private_chat_is_not_asked_and_nothing_is_kept()
    {
        var (bot, alex) = await BegunAsync();
        var eve = bot.Person("eve-id", "Eve Hart");
        Assert.Equal(GroupTurn.Unmet, await eve.SayInAsync(group, "share"));
        await alex.TakeAsync(new Input.Removed("gone", Core.State.ClientFacts.Unknown));
        var before = await bot.KeptAsync();
        Assert.Equal(GroupTurn.Unmet, await alex.SayInAsync(group, "share"));
        Assert.Equal(before, await bot.KeptAsync());
        Assert.Empty(eve.Inbox.All.Concat(alex.Inbox.All));
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_told_the_way_in_the_group()
    {
        var (_, alex) = await BegunAsync();
        alex.Inbox.Refusal = new ChannelException("refused") { Fault = ChannelFault.Blocked };
        Assert.Equal(GroupTurn.Unmet, await alex.SayInAsync(group, "share"));
        Assert.Empty(group.All);
    }

    [Fact]
    public async Task Whoever_has_no_readout_is_told_so_alone()
    {
        var bot = new PairBot(clock, store);
        var mia = bot.Person("cmo-id", "Mia Kern");
        mia.Chat = HomeOf(mia.Key);
        await mia.SetUpAsync("cmo");
        Assert.Equal(GroupTurn.Alone, await mia.SayInAsync(group, "share"));
        Assert.Contains("That belongs to the CTO’s plan", Someone.Text(Assert.Single(mia.Inbox.All)), StringComparison.Ordinal);
        Assert.Null((await mia.StateAsync()).Sharing);
    }

    [Fact]
    public async Task A_form_or_a_preview_of_another_chat_sends_nothing()
    {
        var (bot, alex) = await BegunAsync();
        await alex.SayInAsync(group, "share");
        var form = ((Reply.Ask)alex.Inbox.All[^1]).Submit.Action;
        await ChooseAsync(alex);
        var send = Button(alex, "Send");
        var other = new GroupInbox(Alex) { Name = "Everybody", Group = group.Group! with { ConversationId = "19:other@thread.v2" } };
        await alex.SayInAsync(other, "share");
        await alex.PressAsync(send);
        Assert.Equal("Share with Everybody", Assert.IsType<Reply.Ask>(Assert.Single(alex.Shown)).Title);
        await alex.PressAsync(form, ("what", "whole"), ("sections", "bugs"));
        Assert.DoesNotContain("Leadership team", alex.Last, StringComparison.Ordinal);
        Assert.Empty(bot.Announced);
        await alex.SayInAsync(other, "share");
        await ChooseAsync(alex);
        // The card is the same, and the chat is not.
        await alex.PressAsync(send);
        Assert.Contains("Something has changed since you looked.", alex.Last, StringComparison.Ordinal);
        Assert.Empty(bot.Announced);
        await alex.PressAsync("Send");
        Assert.Equal("Everybody", (await EntryAsync(alex)).To.Single().Name);
        Assert.Single(bot.Announced);
    }

    [Fact]
    public async Task Change_asks_again_for_the_same_chat_and_the_usual_form_forgets_it()
    {
        var (_, alex) = await BegunAsync();
        await alex.SayInAsync(group, "share");
        await ChooseAsync(alex, "deals,room");
        await alex.PressAsync("Change");
        var ask = (Reply.Ask)Assert.Single(alex.Shown);
        Assert.Equal(("Share with Leadership team", "deals,room"), (ask.Title, ask.Fields[1].Value));
        await alex.SayAsync("cancel");
        await alex.SayAsync("share");
        // The chat is no person to choose.
        Assert.Equal("", ((Reply.Ask)alex.Shown[0]).Fields[0].Value);
    }

    [Fact]
    public async Task Send_pressed_twice_at_once_posts_once()
    {
        var (bot, alex) = await BegunAsync();
        await alex.SayInAsync(group, "share");
        await ChooseAsync(alex);
        var send = Button(alex, "Send");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => alex.PressAsync(send), Cancel)));
        Assert.Single(bot.Announced);
    }

    [Theory]
    [InlineData(ChannelFault.Blocked, ShareStatus.Blocked, "takes no messages from me")]
    [InlineData(ChannelFault.Lost, ShareStatus.Gone, "this chat is no more")]
    [InlineData(ChannelFault.Reported, ShareStatus.Failed, "Teams did not take it")]
    public async Task What_was_refused_is_said_and_kept(ChannelFault fault, ShareStatus expected, string words)
    {
        var (_, alex) = await BegunAsync();
        await alex.SayInAsync(group, "share");
        await ChooseAsync(alex);
        alex.Inbox.Refusal = new ChannelException("refused") { Fault = fault };
        await alex.PressAsync("Send");
        Assert.Contains(words, alex.Last, StringComparison.Ordinal);
        Assert.Equal((expected, null), (await EntryAsync(alex)).To.Select(to => (to.Status, to.Chat)).Single());
    }

    [Fact]
    public async Task A_chat_of_another_tenant_gets_nothing()
    {
        var (bot, alex) = await BegunAsync();
        await alex.SayInAsync(new GroupInbox(Alex) { Group = group.Group! with { TenantId = "tenant-2" } }, "share");
        await ChooseAsync(alex);
        await alex.PressAsync("Send");
        Assert.Equal(ShareStatus.Gone, (await EntryAsync(alex)).To.Single().Status);
        Assert.Empty(bot.Announced);
    }

    [Fact]
    public async Task What_was_posted_and_could_not_be_noted_is_posted_no_second_time_by_the_same_process()
    {
        var (_, alex) = await BegunAsync();
        await alex.SayInAsync(group, "share");
        await ChooseAsync(alex);
        var troubled = new TroubledStore(store) { BreaksAt = 2 };
        var other = new PairBot(clock, troubled);
        var there = other.Person(Alex, "Alex Chen");
        await there.TakeAsync(there.Press(Button(alex, "Send")) with { Id = "other" });
        Assert.Equal(ShareStatus.Waiting, (await EntryAsync(alex)).To.Single().Status);

        troubled.BreaksAt = int.MaxValue;
        clock.Advance(TimeSpan.FromMinutes(2));
        await there.SayAsync("today", id: "later");
        Assert.Single(other.Announced);
        Assert.Equal(ShareStatus.Sent, (await EntryAsync(alex)).To.Single().Status);
    }

    [Fact]
    public async Task After_a_crash_it_is_posted_at_most_once_more()
    {
        var (bot, alex) = await BegunAsync();
        await alex.SayInAsync(group, "share");
        await ChooseAsync(alex);
        var dying = new PairBot(clock, new TroubledStore(store) { BreaksAt = 2 });
        var there = dying.Person(Alex, "Alex Chen");
        await there.TakeAsync(there.Press(Button(alex, "Send")) with { Id = "other" });
        var first = Assert.Single(dying.Announced);
        Assert.NotNull((await EntryAsync(alex)).To.Single().Chat);

        await alex.SayAsync("today");
        Assert.Empty(bot.Announced);
        clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => alex.SayAsync("today"), Cancel)));
        await alex.SayAsync("today");
        Assert.Equal(Json(first), Json(Assert.Single(bot.Announced)));
        Assert.Equal((ShareStatus.Sent, null), (await EntryAsync(alex)).To.Select(to => (to.Status, to.Chat)).Single());
    }

    private async Task<(PairBot Bot, Someone Alex)> BegunAsync()
    {
        var bot = new PairBot(clock, store);
        var alex = bot.Person(Alex, "Alex Chen");
        alex.Chat = HomeOf(alex.Key);
        await ReadoutSeed.PlantAsync(store, alex.Key, ReadoutSeed.Five(), Cancel);
        await alex.SayAsync("today");
        return (bot, alex);
    }

    private static Core.State.ChatReference HomeOf(PersonKey person) => new("https://connector", "msteams", "28:bot", "29:" + person.UserId, person.TenantId, "a:" + person.UserId, Trusted: true);

    /// <summary>Fills the form that came unasked, in the private chat.</summary>
    private static async Task ChooseAsync(Someone alex, string sections = "situation,bugs,quotes") =>
        await alex.PressAsync(((Reply.Ask)alex.Inbox.All[^1]).Submit.Action, ("what", "whole"), ("sections", sections));

    private static CardAction Button(Someone person, string label) => person.Shown.SelectMany(ReplyButtons.Of).First(button => button.Label == label).Action;

    private static async Task<ShareEntry> EntryAsync(Someone alex) => (await alex.StateAsync()).Shares![^1];

    private static string Json(Reply reply) => CardRenderer.Write(reply, PairBot.Library.TextsFor("en-GB"))!.ToString(CultureInfo.InvariantCulture);
}
