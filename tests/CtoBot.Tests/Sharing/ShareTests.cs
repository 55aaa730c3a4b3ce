using System.Globalization;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Sharing;
using CtoBot.Tests.Cards;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Sharing;

/// <summary>A CTO who shares the readout, or a part of it, with colleagues.</summary>
public sealed class ShareTests
{
    private const string Alex = "a0000000-0000-4000-8000-000000000001";
    private const string Bo = "b0000000-0000-4000-8000-000000000002";
    private const string Cleo = "c0000000-0000-4000-8000-000000000003";
    private const string Secret = "quagga in the training room";

    private readonly TestClock clock = new(ReadoutSeed.Now);
    private readonly MemoryStore store = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Recipients_get_exactly_what_the_preview_showed_once_it_is_sent_and_not_before()
    {
        var (bot, alex, bo) = await BegunAsync();
        var before = await bot.KeptAsync(partition => partition == bo.Key.Partition);
        await PreviewAsync(alex, Bo);
        var (card, note) = ((Reply.Brief)alex.Shown[0], (Reply.Note)alex.Shown[1]);
        Assert.Contains("It goes to Bo Roy.", note.Paragraphs[0], StringComparison.Ordinal);
        Assert.Empty(bo.Inbox.All);

        await alex.PressAsync("Send");
        Assert.Contains("Bo Roy: delivered", alex.Last, StringComparison.Ordinal);
        var received = Assert.Single(bo.Inbox.All);
        Assert.Equal(Json(card), Json(received));
        Assert.Contains("Alex Chen shares this with you.", Json(received), StringComparison.Ordinal);
        // To be read only: nothing of it can be pressed, and nothing of it is kept with the reader.
        Assert.DoesNotContain("Action.", Json(received), StringComparison.Ordinal);
        Assert.Equal(before, await bot.KeptAsync(partition => partition == bo.Key.Partition));
        Assert.Equal([ShareStatus.Sent], (await EntryAsync(alex)).To.Select(recipient => recipient.Status));
        Assert.Null((await alex.StateAsync()).Sharing);
    }

    [Fact]
    public async Task A_quote_that_is_taken_out_is_not_in_it_and_a_preview_from_before_sends_nothing()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        var send = Button(alex, "Send");
        await alex.PressAsync("Quotes");
        var row = ((Reply.Board)alex.Shown[0]).Sections[0].Rows[0];
        await alex.PressAsync(row.Toggle!.Action);
        var words = row.Title;
        await alex.PressAsync("Back to the preview");
        Assert.DoesNotContain(words, alex.Last, StringComparison.Ordinal);

        await alex.PressAsync(send);
        Assert.Contains("Something has changed since you looked.", alex.Last, StringComparison.Ordinal);
        Assert.Empty(bo.Inbox.All);
        await alex.PressAsync("Send");
        Assert.DoesNotContain(words, Json(Assert.Single(bo.Inbox.All)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_chosen_sections_go_out()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo, sections: "bugs");
        await alex.PressAsync("Send");
        var card = (Reply.Brief)Assert.Single(bo.Inbox.All);
        Assert.Empty(card.Facts);
        Assert.Equal(["What hurts most"], card.Sections.Select(section => section.Heading));
        Assert.Equal(0, (await EntryAsync(alex)).Quotes);
    }

    [Fact]
    public async Task Who_runs_a_function_gets_nothing_of_another_one()
    {
        var (_, alex, bo) = await BegunAsync(draft => draft is { Flow: "debrief", Subject: "v8" } ? ReadoutSeed.WithCell(draft, "quotes", "1", "words", Secret) : draft);
        await alex.PressAsync(CardAction.Show(Views.ReadoutPart("support")));
        await alex.PressAsync("Share");
        await alex.AnswerAsync(("who", Bo));
        await alex.PressAsync("Send");
        var part = Json(Assert.Single(bo.Inbox.All));
        Assert.Contains("What customers say of Customer support", part, StringComparison.Ordinal);
        foreach (var foreign in (string[])[Secret, "Engineering", "Training", "EUR", "What hurts most"])
            Assert.DoesNotContain(foreign, part, StringComparison.Ordinal);

        // What was planted is there to be seen by who runs the other function.
        await alex.PressAsync(CardAction.Show(Views.ReadoutPart("training")));
        await alex.PressAsync("Share");
        await alex.AnswerAsync(("who", Bo));
        await alex.PressAsync("Send");
        Assert.Contains(Secret, Json(bo.Inbox.All[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_cannot_be_reached_is_told_of_before_and_gets_nothing()
    {
        var (bot, alex, bo) = await BegunAsync();
        // Somebody of another tenant is nobody here, whatever they have told the bot.
        var cleo = await bot.Person(Cleo, "Cleo Vane", "tenant-2").SetUpAsync("cto");
        await PreviewAsync(alex, $"{Bo},{Cleo}");
        Assert.Contains("People I cannot reach: 1 of 2.", alex.Last, StringComparison.Ordinal);
        Assert.DoesNotContain("Cleo", alex.Last, StringComparison.Ordinal);
        await alex.PressAsync("Send");
        Assert.Equal([ShareStatus.Sent, ShareStatus.Unmet], (await EntryAsync(alex)).To.Select(recipient => recipient.Status));
        Assert.Single(bo.Inbox.All);
        Assert.Empty(cleo.Inbox.All);

        await PreviewAsync(alex, Cleo);
        Assert.DoesNotContain(alex.Shown.SelectMany(ReplyButtons.Of), button => button.Action.Verb == Verbs.ShareSend);
        Assert.Contains(alex.Shown.SelectMany(ReplyButtons.Of), button => button.Label == "As a document");
    }

    [Fact]
    public async Task Whoever_removed_the_bot_or_was_forgotten_cannot_be_reached()
    {
        var (bot, alex, bo) = await BegunAsync();
        var cleo = await bot.Person(Cleo, "Cleo Vane").SetUpAsync("cto");
        await PreviewAsync(alex, $"{Bo},{Cleo}");
        await bo.TakeAsync(new Input.Removed("gone", Core.State.ClientFacts.Unknown));
        await cleo.SayAsync("forget me");
        await cleo.SayAsync("delete everything");
        await alex.PressAsync("Send");
        Assert.Contains("People I cannot reach: 2 of 2.", alex.Last, StringComparison.Ordinal);
        Assert.Empty(bo.Inbox.All.Concat(cleo.Inbox.All));
        Assert.Null((await alex.StateAsync()).Shares);
    }

    [Theory]
    [InlineData("Bo Roy", "Please choose people from the list")]
    [InlineData(Alex, "That is you.")]
    public async Task Names_that_are_nobody_for_sure_and_oneself_are_refused(string who, string expected)
    {
        var (_, alex, _) = await BegunAsync();
        await PreviewAsync(alex, who);
        Assert.Contains(expected, alex.Last, StringComparison.Ordinal);
        Assert.IsType<Reply.Ask>(Assert.Single(alex.Shown));
        Assert.Null((await alex.StateAsync()).Sharing);
    }

    [Theory]
    [InlineData(ChannelFault.Blocked, ShareStatus.Blocked, "takes no messages from me")]
    [InlineData(ChannelFault.Lost, ShareStatus.Unmet, "has not met me yet")]
    [InlineData(ChannelFault.Passing, ShareStatus.Failed, "Teams did not take it")]
    public async Task What_was_refused_is_said_and_kept(ChannelFault fault, ShareStatus expected, string words)
    {
        var (_, alex, bo) = await BegunAsync();
        bo.Inbox.Refusal = new ChannelException("refused") { Fault = fault };
        await PreviewAsync(alex, Bo);
        await alex.PressAsync("Send");
        Assert.Contains(words, alex.Last, StringComparison.Ordinal);
        Assert.Equal(expected, (await EntryAsync(alex)).To[0].Status);
    }

    [Fact]
    public async Task Send_pressed_twice_at_once_delivers_once()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        var send = Button(alex, "Send");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => alex.PressAsync(send), Cancel)));
        Assert.Single(bo.Inbox.All);
        Assert.Single((await alex.StateAsync()).Shares!);
    }

    [Fact]
    public async Task What_went_out_and_could_not_be_noted_goes_out_no_second_time_from_the_same_process()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        var (troubled, again, inbox) = Process(new TroubledStore(store) { BreaksAt = 2 });
        await again.TakeAsync(again.Press(Button(alex, "Send")) with { Id = "other" });
        Assert.Single(inbox.All);
        Assert.Equal(ShareStatus.Waiting, (await EntryAsync(alex)).To[0].Status);

        troubled.BreaksAt = int.MaxValue;
        clock.Advance(TimeSpan.FromMinutes(2));
        await again.SayAsync("today", id: "later");
        Assert.Single(inbox.All);
        Assert.Equal(ShareStatus.Sent, (await EntryAsync(alex)).To[0].Status);
        Assert.Empty(bo.Inbox.All);
    }

    [Fact]
    public async Task After_a_crash_it_goes_out_at_most_once_more_and_not_within_the_time_in_which_it_may_still_be_on_its_way()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        var (_, dying, inbox) = Process(new TroubledStore(store) { BreaksAt = 2 });
        await dying.TakeAsync(dying.Press(Button(alex, "Send")) with { Id = "other" });
        Assert.Single(inbox.All);

        // The first process is gone: another one has the next turns.
        await alex.SayAsync("today");
        Assert.Empty(bo.Inbox.All);
        clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => alex.SayAsync("today"), Cancel)));
        await alex.SayAsync("today");
        Assert.Equal(Json(Assert.Single(inbox.All)), Json(Assert.Single(bo.Inbox.All)));
        Assert.Equal(ShareStatus.Sent, (await EntryAsync(alex)).To[0].Status);
    }

    [Fact]
    public async Task Two_processes_that_find_it_left_send_it_once()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        bo.Inbox.Refusal = Interrupted;
        await alex.PressAsync("Send");
        Assert.Contains("Bo Roy: on its way", alex.Last, StringComparison.Ordinal);

        clock.Advance(TimeSpan.FromMinutes(2));
        var others = Enumerable.Range(0, 4).Select(_ => Process(new TroubledStore(store))).ToArray();
        await Task.WhenAll(others.Select((other, index) => Task.Run(() => other.Alex.SayAsync("today", id: $"other-{index}"), Cancel)));
        Assert.Single(others.SelectMany(other => other.Inbox.All));
        Assert.Equal(ShareStatus.Sent, (await EntryAsync(alex)).To[0].Status);
    }

    [Fact]
    public async Task What_changed_before_it_went_out_is_not_sent_and_the_list_says_so()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        bo.Inbox.Refusal = Interrupted;
        await alex.PressAsync("Send");
        bo.Inbox.Refusal = null;
        await alex.SayAsync("quotes");
        await alex.PressAsync(((Reply.Board)alex.Shown[0]).Sections[0].Rows[0].Toggle!.Action);
        clock.Advance(TimeSpan.FromMinutes(2));
        await alex.SayAsync("today");
        Assert.Empty(bo.Inbox.All);
        await alex.SayAsync("shares");
        Assert.Contains("your words changed before it went out", alex.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_tells_to_whom_and_what_and_keeps_no_words()
    {
        var (bot, alex, _) = await BegunAsync();
        await PreviewAsync(alex, Bo, sections: "quotes,bugs");
        var words = ((Reply.Brief)alex.Shown[0]).Sections.SelectMany(section => section.Quotes).First().Words;
        await alex.PressAsync("Send");
        clock.Advance(TimeSpan.FromMinutes(1));
        await PreviewAsync(alex, Bo, what: "support");
        await alex.PressAsync("Send");
        await alex.SayAsync("what did i share");
        var rows = ((Reply.Board)alex.Shown[0]).Sections[0].Rows;
        Assert.Equal(["What customers say of Customer support · Mon 7 Dec, 18:01", "The readout · Mon 7 Dec, 18:00"], rows.Select(row => row.Title));
        Assert.Equal(["Bo Roy: delivered", "What hurts most, In the customers’ words · Quotes: 11"], rows[1].Details);
        Assert.DoesNotContain(words, StateJsonOf(await bot.KeptAsync(partition => partition == alex.Key.Partition)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_be_forgotten_takes_the_list_along()
    {
        var (bot, alex, _) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        await alex.PressAsync("Send");
        Assert.Contains("Bo Roy", await bot.KeptAsync(partition => partition == alex.Key.Partition), StringComparison.Ordinal);
        await alex.SayAsync("forget me");
        await alex.SayAsync("delete everything");
        Assert.Empty(await bot.KeptAsync(partition => partition == alex.Key.Partition));
    }

    [Fact]
    public async Task What_a_recipient_makes_up_reaches_nothing_of_the_senders()
    {
        var (bot, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        var send = Button(alex, "Send");
        var before = await bot.KeptAsync(partition => partition == alex.Key.Partition);
        foreach (var action in (CardAction[])[send, CardAction.Of(Verbs.ShareDrop), CardAction.Show(Views.Sharing), CardAction.Show(Views.Shares)])
        {
            await bo.PressAsync(action with { Data = action.Data.SetItem(DataKeys.Subject, alex.Key.UserId).SetItem(DataKeys.Pair, alex.Key.Partition) });
            Assert.DoesNotContain("Alex", bo.Last, StringComparison.Ordinal);
        }

        Assert.Empty(bo.Inbox.All.Concat(alex.Inbox.All));
        Assert.Equal(before, await bot.KeptAsync(partition => partition == alex.Key.Partition));
    }

    [Fact]
    public async Task Given_up_it_is_gone()
    {
        var (_, alex, bo) = await BegunAsync();
        await PreviewAsync(alex, Bo);
        var send = Button(alex, "Send");
        await alex.PressAsync("Do not send");
        Assert.Contains("Nothing was sent.", alex.Last, StringComparison.Ordinal);
        await alex.PressAsync(send);
        Assert.Contains("There is nothing to send any more.", alex.Last, StringComparison.Ordinal);
        Assert.Empty(bo.Inbox.All);
    }

    [Fact]
    public async Task The_form_asks_again_with_what_was_chosen()
    {
        var (_, alex, _) = await BegunAsync();
        await alex.SayAsync("share");
        var ask = (Reply.Ask)Assert.Single(alex.Shown);
        Assert.Equal(["", "whole", "situation,risks,bugs,service,deals,room,promises,quotes,verdict"], ask.Fields.Select(field => field.Value));
        Assert.Equal(["whole", "sales", "services", "support", "training", "engineering"], ask.Fields[1].Options.Select(option => option.Value));
        await alex.AnswerAsync(("who", $"{Bo},{Cleo}"), ("what", "whole"), ("sections", "deals,room"));
        await alex.PressAsync("Change");
        ask = (Reply.Ask)Assert.Single(alex.Shown);
        Assert.Equal([$"{Bo}\n{Cleo}", "whole", "deals,room"], ask.Fields.Select(field => field.Value));
        Assert.Contains($"\"{Bo},{Cleo}\"", Json(ask), StringComparison.Ordinal);
    }

    private static ChannelException Interrupted => new("interrupted", new OperationCanceledException()) { Fault = ChannelFault.Passing };

    private async Task<(PairBot Bot, Someone Alex, Someone Bo)> BegunAsync(Func<Draft, Draft>? change = null)
    {
        var bot = new PairBot(clock, store);
        var alex = bot.Person(Alex, "Alex Chen");
        await ReadoutSeed.PlantAsync(store, alex.Key, ReadoutSeed.Five(change), Cancel);
        return (bot, alex, await bot.Person(Bo, "Bo Roy").SetUpAsync("cmo"));
    }

    /// <summary>Another process on the same rows.</summary>
    private (TroubledStore Store, Someone Alex, Inbox Inbox) Process(TroubledStore troubled)
    {
        var bot = new PairBot(clock, troubled);
        return (troubled, bot.Person(Alex, "Alex Chen"), bot.Person(Bo, "Bo Roy").Inbox);
    }

    private static async Task PreviewAsync(Someone alex, string who, string what = "whole", string sections = "situation,risks,bugs,service,quotes")
    {
        await alex.SayAsync("share");
        await alex.AnswerAsync(("who", who), ("what", what), ("sections", sections));
    }

    private static CardAction Button(Someone person, string label) => person.Shown.SelectMany(ReplyButtons.Of).First(button => button.Label == label).Action;

    private static async Task<ShareEntry> EntryAsync(Someone alex) => (await alex.StateAsync()).Shares![^1];

    private static string Json(Reply reply) => CardRenderer.Write(reply, PairBot.Library.TextsFor("en-GB"))!.ToString(CultureInfo.InvariantCulture);

    private static string StateJsonOf(string kept) => kept.Split('\n').Single(line => line.Contains(" state ", StringComparison.Ordinal));
}
