using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Partners;

/// <summary>A process that dies at any write of any turn of two people.</summary>
public sealed class CrashTests
{
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));

    /// <summary>What the two do, one after the other.</summary>
    private static readonly (bool IsCmo, Func<string, CardAction> Action, (string, string)[] Fields)[] Script =
    [
        (true, id => Open(FiveIds.Success, id), []),
        (true, id => Answer(FiveIds.Success, id), [("brings", "money")]),
        (false, id => Open(FiveIds.Success, id), []),
        (false, id => Answer(FiveIds.Success, id), [("brings", "people")]),
        (false, id => Open(FiveIds.Success, id + "~0"), []),
        (false, id => Answer(FiveIds.Success, id + "~0"), [("brings", "both")]),
        (true, id => Mode(id, "room"), []),
        (true, id => Open(FiveIds.Expenses, id + "~0"), []),
        (true, id => Answer(FiveIds.Expenses, id + "~0"), [("offers.what", "Site"), ("offers.amount", "5 EUR"), ("offers.period", "once"), ("offers.to", "cmo")]),
        (false, id => Mode(id, "apart"), []),
        (false, id => CardAction.Of(Verbs.PairReopen, (DataKeys.Pair, id), (DataKeys.Item, FiveIds.Success)), []),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whatever_write_it_dies_at_the_next_delivery_ends_where_an_undisturbed_run_does(bool afterwards)
    {
        var (expected, writes) = await PlayAsync(int.MaxValue, -1, afterwards);
        Assert.True(writes.Sum() > Script.Length);
        for (var step = 0; step < Script.Length; step++)
        {
            for (var write = 1; write <= writes[step]; write++)
                Assert.Equal(expected, (await PlayAsync(write, step, afterwards)).Pair);
        }
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(2, true)]
    [InlineData(3, true)]
    public async Task What_is_left_undone_is_finished_by_the_next_activity_of_the_other(int write, bool afterwards)
    {
        var store = new MemoryStore();
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", store);
        var id = (await bot.PairAsync())!.Id;
        await cmo.PressAsync(Open(FiveIds.Success, id));
        await cmo.PressAsync(Answer(FiveIds.Success, id), ("brings", "money"));
        await cto.PressAsync(Open(FiveIds.Success, id));
        var dying = new PairBot(clock, new TroubledStore(store) { BreaksAt = write, BreaksAfterwards = afterwards });
        dying.Person("cmo-id", "Mia Kern");
        await DieAsync(() => dying.Person("cto-id", "Tom Berg").TakeAsync(cto.Press(Answer(FiveIds.Success, id), ("brings", "people"))));

        clock.Advance(TimeSpan.FromHours(1));
        await cmo.SayAsync("help");

        Assert.NotNull((await bot.PairAsync())!.Question(FiveIds.Success).Revealed);
        Assert.Contains("people", cmo.Everything, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_invitation_survives_a_crash_at_every_write(bool afterwards)
    {
        for (var write = 1; write <= 4; write++)
        {
            var store = new MemoryStore();
            var bot = new PairBot(clock, store);
            var cmo = await bot.Person("cmo-id", "Mia Kern").SetUpAsync("cmo");
            await cmo.PressAsync(CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.Invite)));
            var input = cmo.Press(cmo.Shown.OfType<Reply.Ask>().Single().Submit.Action, ("who", "Tom Berg"), ("mode", "apart"));
            var dying = new PairBot(clock, new TroubledStore(store) { BreaksAt = write, BreaksAfterwards = afterwards });
            await DieAsync(() => dying.Person("cmo-id", "Mia Kern").TakeAsync(input));
            await cmo.TakeAsync(input);

            var code = (await bot.PairAsync())!.Invitation.Code;
            var cto = await bot.Person("cto-id", "Tom Berg").SetUpAsync("cto");
            await cto.SayAsync("accept " + code);
            Assert.True((await bot.PairAsync())!.IsHeld);
        }
    }

    /// <summary>Plays the script; the process dies at one write of one step, and the step is delivered to a new one.</summary>
    private async Task<(string Pair, int[] Writes)> PlayAsync(int write, int at, bool afterwards)
    {
        var store = new MemoryStore();
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "apart", store);
        var id = (await bot.PairAsync())!.Id;
        var writes = new int[Script.Length];
        for (var step = 0; step < Script.Length; step++)
        {
            var (isCmo, action, fields) = Script[step];
            var person = isCmo ? cmo : cto;
            var input = person.Press(action(id), fields);
            var troubled = new TroubledStore(store) { BreaksAt = step == at ? write : int.MaxValue, BreaksAfterwards = afterwards };
            var mortal = new PairBot(clock, troubled);
            mortal.Person("cmo-id", "Mia Kern");
            mortal.Person("cto-id", "Tom Berg");
            if (step == at)
                await DieAsync(() => mortal.Person(person.Key.UserId, "").TakeAsync(input));
            else
                await mortal.Person(person.Key.UserId, "").TakeAsync(input);
            writes[step] = troubled.Writes;
            if (step == at)
                await person.TakeAsync(input);
        }

        var pair = (await bot.PairAsync())!;
        return (PartnershipJson.Write(pair with { Outbox = [], LastMessage = 0 }).Replace(id, "ID", StringComparison.Ordinal), writes);
    }

    private static async Task DieAsync(Func<Task> turn)
    {
        try
        {
            await turn();
        }
        catch (StoreUnavailableException)
        {
            // The process is gone; what it wrote is all that is left of it.
        }
    }

    private static CardAction Open(string question, string subject) => CardAction.Of(Verbs.Open, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, subject));

    private static CardAction Answer(string question, string subject) => CardAction.Of(
        Verbs.Answer, (DataKeys.Flow, FiveIds.FlowOf(question)), (DataKeys.Subject, subject), (DataKeys.Page, question),
        (DataKeys.Seen, string.Join(' ', PairBot.Library.For("en").Flows[FiveIds.FlowOf(question)].Questions.Select(asked => asked.Id + ":0"))));

    private static CardAction Mode(string id, string mode) => CardAction.Of(Verbs.PairMode, (DataKeys.Pair, id), (DataKeys.Choice, mode));
}
