using CtoBot.Retention;
using CtoBot.Turns;

namespace CtoBot.Tests.OwnData;

public abstract partial class OwnDataContract
{
    private const int Days = 90;

    /// <summary>Two people, of whom the first has not been heard of for too long.</summary>
    private async Task<(BotOnStore Bot, int Others)> OneIsSilentAsync()
    {
        var bot = await TwoPeopleAsync();
        Clock.Advance(TimeSpan.FromDays(Days + 1));
        await bot.SayAsync(Other, "hello");
        return (bot, await RowsOfOtherAsync());
    }

    [Fact]
    public async Task A_purge_removes_who_was_silent_for_too_long_and_nobody_else()
    {
        var (_, others) = await OneIsSilentAsync();
        Assert.Equal(new PurgeCounts(2, 1, 0), await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel));
        await AssertNoTraceAsync(others);
        Assert.Equal(new PurgeCounts(1, 0, 0), await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel));
    }

    [Fact]
    public async Task Somebody_who_spoke_within_the_days_stays()
    {
        await TwoPeopleAsync(0);
        Clock.Advance(TimeSpan.FromDays(Days) - TimeSpan.FromSeconds(1));
        var before = await ScanAsync();
        Assert.Equal(new PurgeCounts(2, 0, 0), await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel));
        Assert.Equal(before, await ScanAsync());
    }

    [Fact]
    public async Task Without_days_a_purge_removes_nobody()
    {
        await OneIsSilentAsync();
        var before = await ScanAsync();
        Assert.Equal(new PurgeCounts(2, 0, 0), await new RetentionPurge(Store, Clock).RunAsync(0, null, Cancel));
        Assert.Equal(before, await ScanAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_purge_that_is_interrupted_at_any_write_is_finished_by_the_next(bool written)
    {
        var (_, others) = await OneIsSilentAsync();
        for (var interruptions = 0; ; interruptions++)
        {
            try
            {
                await new RetentionPurge(new TroubledStore(Store) { BreaksAt = 1, BreaksAfterwards = written }, Clock).RunAsync(Days, null, Cancel);
                break;
            }
            catch (StoreUnavailableException) when (written && interruptions < 20)
            {
                // Each run gets one write further.
            }
            catch (StoreUnavailableException) when (!written)
            {
                await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel);
                break;
            }
        }

        await AssertNoTraceAsync(others);
    }

    [Fact]
    public async Task Somebody_who_comes_back_while_they_are_purged_keeps_everything()
    {
        var (bot, _) = await OneIsSilentAsync();
        var before = (await ScanAsync()).Count;
        var store = new TroubledStore(Store) { Before = number => number == 1 ? bot.SayAsync(Person, "hello") : Task.CompletedTask };
        Assert.Equal(new PurgeCounts(2, 0, 1), await new RetentionPurge(store, Clock).RunAsync(Days, null, Cancel));
        Assert.Equal(before, (await ScanAsync()).Count);
    }

    [Fact]
    public async Task Instances_that_purge_at_once_are_no_trouble()
    {
        var (_, others) = await OneIsSilentAsync();
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel), Cancel)));
        Assert.InRange(counts.Sum(count => count.Erased), 0, 1);
        await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel);
        await AssertNoTraceAsync(others);
    }

    [Fact]
    public async Task A_row_from_before_times_were_kept_begins_its_days_at_the_first_purge()
    {
        await new BotOnStore(Store, Clock).SetUpAsync(Person, Words);
        var row = (await Store.ReadAsync(StoreTable.CtoBot, Person.Partition, "state", Cancel))!;
        await Store.WriteAsync(StoreTable.CtoBot, Person.Partition, [new RowChange.Replace(row with { Columns = row.Columns.Remove("updated") }, row.ETag)], Cancel);
        Assert.Equal(new PurgeCounts(1, 0, 0), await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel));
        Clock.Advance(TimeSpan.FromDays(Days + 1));
        Assert.Equal(new PurgeCounts(1, 1, 0), await new RetentionPurge(Store, Clock).RunAsync(Days, null, Cancel));
        await AssertNoTraceAsync(0);
    }
}
