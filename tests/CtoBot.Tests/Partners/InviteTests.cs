using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Core.Reading;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Partners;

/// <summary>Naming the other: chosen in the directory, mentioned, or typed.</summary>
public sealed class InviteTests
{
    private const string CtoId = "0f3c2a10-5b64-4c8e-9a11-2d40c0f7e101";

    private readonly PairBot bot = new(new TestClock(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero)), new MemoryStore());

    [Fact]
    public async Task Who_is_chosen_in_the_directory_gets_one_message_and_no_id_is_shown()
    {
        var (cmo, cto) = await BothAsync();
        await cmo.SayAsync("invite");
        var asked = cmo.Shown.OfType<Reply.Ask>().Single();
        Assert.True(asked.Fields[0].Question.Directory);

        await cmo.AnswerAsync(("who", CtoId), ("mode", "apart"));

        Assert.Single(cto.Inbox.All);
        Assert.Equal(CtoId, (await bot.PairAsync())!.Invitation.InviteeId);
        Assert.Contains("Invitation for the CTO", cmo.Last, StringComparison.Ordinal);
        Assert.DoesNotContain(CtoId, cmo.Last, StringComparison.Ordinal);
        await cto.PressAsync("Accept");
        Assert.True((await bot.PairAsync())!.IsHeld);
        Assert.Contains("Tom Berg is in", string.Concat(cmo.Inbox.All.Select(Someone.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("five questions with Tom Berg")]
    [InlineData("Five questions with <at>Tom Berg</at>, please")]
    [InlineData("invite <at>Berg, Tom</at>")]
    public async Task Who_is_mentioned_is_known_and_only_how_is_asked(string words)
    {
        var (cmo, cto) = await BothAsync();
        var name = words.Contains("Berg, Tom", StringComparison.Ordinal) ? "Berg, Tom" : "Tom Berg";
        await cmo.MentionAsync(words, new Person(name, null, CtoId));
        // The card holds the name, and sends it back without the id.
        await cmo.AnswerAsync(("who", cmo.Shown.OfType<Reply.Ask>().Single().Fields[0].Value), ("mode", "room"));

        var pair = (await bot.PairAsync())!;
        Assert.Equal((CtoId, name, HoldingMode.Room), (pair.Invitation.InviteeId, pair.Invitation.InviteeName, pair.Mode));
        Assert.Single(cto.Inbox.All);
    }

    [Fact]
    public async Task A_mention_may_answer_the_question_and_one_without_an_id_is_a_name_with_a_code()
    {
        var (cmo, cto) = await BothAsync();
        await cmo.SayAsync("invite");
        await cmo.MentionAsync("<at>Tom Berg</at>", new Person("Tom Berg"));
        await cmo.AnswerAsync(("who", "Tom Berg"), ("mode", "apart"));

        var invitation = (await bot.PairAsync())!.Invitation;
        Assert.Equal((null, "Tom Berg"), (invitation.InviteeId, invitation.InviteeName));
        Assert.Contains("accept " + invitation.Code, cmo.Last, StringComparison.Ordinal);
        Assert.Empty(cto.Inbox.All);
    }

    [Fact]
    public async Task Nobody_invites_themselves()
    {
        var (_, cto) = await BothAsync();
        await cto.SayAsync("invite");
        await cto.AnswerAsync(("who", CtoId.ToUpperInvariant()), ("mode", "apart"));
        Assert.Contains("That is you", cto.Last, StringComparison.Ordinal);
        await cto.MentionAsync("five questions with <at>me</at>", new Person("me", null, CtoId));
        Assert.Contains("That is you", cto.Last, StringComparison.Ordinal);
        Assert.Null(await bot.PairAsync());
    }

    [Fact]
    public async Task A_guest_neither_invites_nor_accepts()
    {
        var (cmo, cto) = await BothAsync();
        cmo.IsGuest = true;
        await cmo.SayAsync("invite");
        await cmo.AnswerAsync(("who", CtoId), ("mode", "apart"));
        Assert.Contains("for colleagues", cmo.Last, StringComparison.Ordinal);
        Assert.Null(await bot.PairAsync());
        Assert.Null((await cmo.StateAsync()).Pairs);

        cmo.IsGuest = false;
        await cmo.SayAsync("invite");
        await cmo.AnswerAsync(("who", CtoId), ("mode", "apart"));
        cto.IsGuest = true;
        await cto.PressAsync("Accept");
        Assert.Contains("for colleagues", cto.Last, StringComparison.Ordinal);
        await cto.SayAsync("accept " + (await bot.PairAsync())!.Invitation.Code);
        Assert.Contains("for colleagues", cto.Last, StringComparison.Ordinal);
        Assert.False((await bot.PairAsync())!.IsHeld);
        Assert.Empty((await cto.StateAsync()).Pairs?.All ?? []);

        cto.IsGuest = false;
        await cto.SayAsync("accept " + (await bot.PairAsync())!.Invitation.Code);
        Assert.True((await bot.PairAsync())!.IsHeld);
    }

    private async Task<(Someone Cmo, Someone Cto)> BothAsync() =>
        (await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo"), await bot.Person(CtoId, "Tom Berg").SetUpAsync("cto"));
}
