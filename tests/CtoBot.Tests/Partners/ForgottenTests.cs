using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Partners;

/// <summary>"Forget me" of one of two.</summary>
public sealed class ForgottenTests
{
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore store = new();

    [Fact]
    public async Task The_other_keeps_their_own_words_and_the_joint_text_without_the_name()
    {
        var (bot, cmo, cto) = await SettledAsync();

        await ForgetAsync(cto);

        // In the CMO's own partition the name stands in their own words: there it stays.
        var kept = await bot.KeptAsync(partition => partition != cmo.Key.Partition);
        Assert.All(["Tom", "Berg", "cto-id", "giraffe"], word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("zebra", kept, StringComparison.Ordinal);
        Assert.Contains("the CTO brings calm", kept, StringComparison.Ordinal);
        await cmo.SayAsync("five questions");
        Assert.Contains("had everything about them deleted", cmo.Everything, StringComparison.Ordinal);
        Assert.Contains("Five questions with the CTO", cmo.Last, StringComparison.Ordinal);
        await ForgetAsync(cmo);
        Assert.Equal("", await bot.KeptAsync());
    }

    [Fact]
    public async Task Interrupted_at_any_write_it_is_finished_by_the_next_activity()
    {
        for (var write = 1; write <= 4; write++)
        {
            var inner = new MemoryStore();
            var (bot, _, cto) = await SettledAsync(inner);
            await cto.SayAsync("forget me");
            var dying = new PairBot(clock, new TroubledStore(inner) { BreaksAt = write, BreaksAfterwards = true });
            var failure = await Record.ExceptionAsync(() => dying.Person("cto-id", "Tom Berg").SayAsync("delete everything"));
            Assert.True(failure is null or ErasureInterruptedException or StoreUnavailableException);
            await cto.SayAsync("forget me");
            await cto.SayAsync("delete everything");

            Assert.DoesNotContain("giraffe", await bot.KeptAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("cto-id", await bot.KeptAsync(), StringComparison.Ordinal);
        }
    }

    private async Task<(PairBot Bot, Someone Cmo, Someone Cto)> SettledAsync(IStore? other = null)
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", other ?? store);
        await cmo.PressAsync("Begin");
        await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(FiveIds.Success)), (DataKeys.Subject, (await bot.PairAsync())!.Id)));
        await cmo.AnswerAsync(("brings", "zebra"));
        await cto.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(FiveIds.Success)), (DataKeys.Subject, (await bot.PairAsync())!.Id)));
        await cto.AnswerAsync(("brings", "giraffe"));
        await cto.PressAsync("Settle it together");
        await cto.AnswerAsync(("brings", "Tom Berg brings calm"));
        return (bot, cmo, cto);
    }

    private static async Task ForgetAsync(Someone person)
    {
        await person.SayAsync("forget me");
        await person.SayAsync("delete everything");
    }
}
