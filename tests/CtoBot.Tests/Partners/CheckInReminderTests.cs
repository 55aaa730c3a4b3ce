using CtoBot.Core;
using CtoBot.Core.Partners;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Tests.Partners;

/// <summary>Check-ins come by themselves: 30, 60 and 90 days after both signed, in the morning of whoever is told.</summary>
public sealed class CheckInReminderTests
{
    // Monday; 30 days later is Wednesday 30 December, 60 Friday 29 January, 90 Sunday 28 February.
    private readonly TestClock clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore store = new();

    [Fact]
    public async Task Both_know_the_dates_from_their_own_state_once_both_have_signed()
    {
        var (_, cmo, cto) = await AgreedAsync();
        foreach (var (person, with) in new[] { (cmo, PartnerRole.Cto), (cto, PartnerRole.Cmo) })
        {
            var known = Assert.Single((await person.StateAsync()).Pairs!.CheckIns);
            Assert.Equal((with, new LocalDate(2026, 11, 30)), (known.With, known.AgreedOn));
            Assert.Equal([(30, new LocalDate(2026, 12, 30)), (60, new LocalDate(2027, 1, 29)), (90, new LocalDate(2027, 2, 28))], known.Open);
        }

        // 07:30 in Berlin, in winter.
        Assert.Equal(Instant.FromUtc(2026, 12, 30, 6, 30), (await cmo.StateAsync()).DueAt);
        Assert.Contains(await DueAsync(), key => key.StartsWith("2026-12-30T06:30:00Z|tenant-1|cmo-id", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_no_morning_card_gets_one_message_on_each_of_the_days()
    {
        var (bot, cmo, _) = await AgreedAsync();
        var told = new List<string>();
        for (var end = clock.GetUtcNow().AddDays(120); clock.GetUtcNow() < end; clock.Advance(TimeSpan.FromHours(1)))
        {
            var before = cmo.Inbox.All.Length;
            await TellAsync(bot, cmo);
            told.AddRange(cmo.Inbox.All.Skip(before).Select(reply => $"{clock.GetUtcNow():MM-dd HH}: {((Reply.Note)reply).Title}"));
        }

        // The 90th day is a Sunday: the message comes on Monday. The clock is asked at full hours.
        Assert.Equal(
            ["12-30 07: Check-in after 30 days with Tom Berg", "01-29 07: Check-in after 60 days with Tom Berg", "03-01 07: Check-in after 90 days with Tom Berg"],
            told);
        Assert.Null((await cmo.StateAsync()).DueAt);
    }

    [Fact]
    public async Task The_message_says_what_to_look_at_and_leads_to_it()
    {
        var (bot, cmo, _) = await AgreedAsync();
        clock.Advance(TimeSpan.FromDays(30));
        await TellAsync(bot, cmo);
        var note = Assert.IsType<Reply.Note>(cmo.Inbox.All[^1]);
        Assert.Contains("Metrics to look at: 1. Promises: 2.", note.Paragraphs[0], StringComparison.Ordinal);
        await cmo.PressAsync("Check in after 30 days");
        Assert.Contains("Where do your metrics stand?", cmo.Last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_a_morning_card_finds_it_there_until_it_is_held()
    {
        var (bot, cmo, cto) = await AgreedAsync();
        await TellAsync(bot, cto);
        Assert.DoesNotContain("Check in after", await MorningAsync(bot, cto, 29), StringComparison.Ordinal);
        var messages = cto.Inbox.All.Length;
        Assert.Contains("Check in after 30 days", await MorningAsync(bot, cto, 1), StringComparison.Ordinal);
        Assert.Equal(messages + 1, cto.Inbox.All.Length);
        Assert.Contains("with the CMO", Someone.Text(cto.Inbox.All[^1]), StringComparison.Ordinal);
        await cmo.SayAsync("check-in");
        await cmo.PressAsync("Check in after 30 days");
        await cmo.AnswerAsync(("values", "Page load | 3.4"));
        Assert.Equal([30], (await cto.StateAsync()).Pairs!.CheckIns.Single().Held);
        Assert.DoesNotContain("Check in after", await MorningAsync(bot, cto, 1), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_the_other_held_already_is_not_asked_for()
    {
        var (bot, cmo, cto) = await AgreedAsync();
        clock.Advance(TimeSpan.FromDays(29));
        await cto.SayAsync("check-in");
        await cto.PressAsync("Check in after 30 days");
        await cto.AnswerAsync(("values", "Page load | 3.4"));
        Assert.Equal(Instant.FromUtc(2027, 1, 29, 6, 30), (await cmo.StateAsync()).DueAt);
        var messages = cmo.Inbox.All.Length;
        clock.Advance(TimeSpan.FromDays(2));
        await TellAsync(bot, cmo);
        Assert.Equal(messages, cmo.Inbox.All.Length);
    }

    [Fact]
    public async Task With_somebody_who_is_gone_nobody_checks_in()
    {
        var (bot, cmo, cto) = await AgreedAsync();
        await cto.SayAsync("forget me");
        await cto.SayAsync("delete everything");
        clock.Advance(TimeSpan.FromDays(30));
        await TellAsync(bot, cmo);
        Assert.DoesNotContain(cmo.Inbox.All, reply => Someone.Text(reply).Contains("Check-in after", StringComparison.Ordinal));
        await cmo.SayAsync("five questions");
        Assert.Empty((await cmo.StateAsync()).Pairs!.CheckIns);
        Assert.Null((await cmo.StateAsync()).DueAt);
        // The row of the day that was told is the sweep's to remove; none is left for a later one.
        Assert.DoesNotContain(await DueAsync(), key => key.StartsWith("2027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_again_after_a_change_keeps_the_days()
    {
        var (bot, cmo, cto) = await AgreedAsync();
        clock.Advance(TimeSpan.FromDays(3));
        await cmo.PressAsync(CardAction.Of(Verbs.PairReopen, (DataKeys.Pair, (await bot.PairAsync())!.Id), (DataKeys.Item, FiveIds.Speed)));
        await cmo.PressAsync("Settle it together");
        await cmo.AnswerAsync(("stopAsking", "reports"));
        foreach (var person in (Someone[])[cmo, cto])
        {
            await person.SayAsync("agreement");
            await person.PressAsync("Sign");
            Assert.Equal(new LocalDate(2026, 11, 30), (await person.StateAsync()).Pairs!.CheckIns.Single().AgreedOn);
        }
    }

    [Fact]
    public async Task A_crash_after_the_signature_is_made_good_by_the_next_activity_of_either()
    {
        var (bot, cmo, cto) = await AgreedAsync();
        // As if the process had died before it wrote to anybody: the copies are gone, the partnership is signed.
        foreach (var person in (Someone[])[cmo, cto])
        {
            var row = (await store.ReadAsync(StoreTable.CtoBot, person.Key.Partition, PersonKey.StateRow, Cancel))!;
            var state = StateRow.Read(row) with { DueAt = null };
            Assert.True((await store.WriteAsync(StoreTable.CtoBot, person.Key.Partition, [StateRow.Change(state with { Pairs = state.Pairs! with { CheckIns = [] } }, row, clock.GetUtcNow())], Cancel)).Saved);
        }

        await cmo.SayAsync("help");
        Assert.Equal(Instant.FromUtc(2026, 12, 30, 6, 30), (await cmo.StateAsync()).DueAt);
        await cto.SayAsync("help");
        Assert.Single((await cto.StateAsync()).Pairs!.CheckIns);
        Assert.NotNull(bot);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task<(PairBot Bot, Someone Cmo, Someone Cto)> AgreedAsync()
    {
        var (bot, cmo, cto) = await PairBot.BegunAsync(clock, "room", store);
        await AgreementFileTests.AgreeAsync(bot, cmo, cto, "calm");
        return (bot, cmo, cto);
    }

    /// <summary>The text of the morning's card, so many days later.</summary>
    private async Task<string> MorningAsync(PairBot bot, Someone person, int days)
    {
        clock.Advance(TimeSpan.FromDays(days));
        await TellAsync(bot, person);
        return Someone.Text(person.Inbox.All[^1]);
    }

    /// <summary>What the sweep does with the person's row if it is due.</summary>
    private async Task TellAsync(PairBot bot, Someone person)
    {
        while ((await person.StateAsync()).DueAt is { } due && due <= clock.GetUtcNow().ToInstant())
        {
            var told = await bot.Instance(0).TellAsync(person.Key, DueKey.Of(due, person.Key.Partition), person.Inbox, Cancel);
            Assert.NotEqual(Telling.Stuck, told.Telling);
        }
    }

    private async Task<List<string>> DueAsync()
    {
        var keys = new List<string>();
        await foreach (var (_, row) in store.ScanAsync(StoreTable.Due, Cancel))
            keys.Add(row.Key);
        return keys;
    }
}
