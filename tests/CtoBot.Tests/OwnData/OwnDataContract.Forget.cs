using CtoBot.Core;
using CtoBot.Turns;

namespace CtoBot.Tests.OwnData;

public abstract partial class OwnDataContract
{
    [Theory]
    [InlineData(0)]
    [InlineData(250)]
    public async Task Forgetting_leaves_no_trace_in_any_table_and_nobody_else_loses_anything(int moreRows)
    {
        var bot = await TwoPeopleAsync(moreRows);
        var others = await RowsOfOtherAsync();
        Assert.Contains(await ScanAsync(), row => row.Contains(Words, StringComparison.Ordinal));
        Assert.Equal("Forget everything about you?", await bot.SayAsync(Person, "forget me"));
        Assert.Equal("Everything is deleted", await bot.PressAsync(Person, CardAction.Of(Verbs.Erase)));
        await AssertNoTraceAsync(others);
    }

    [Fact]
    public async Task Somebody_without_reminders_is_forgotten_in_one_transaction_and_a_repeated_confirmation_writes_nothing()
    {
        var store = new TroubledStore(Store);
        var bot = new BotOnStore(store, Clock);
        await bot.BeginSetUpAsync(Person, Words);
        await bot.SayAsync(Person, "forget me");
        var before = store.Writes;
        await bot.SayAsync(Person, "delete everything", "confirmation");
        Assert.Equal(1, store.Writes - before);
        Assert.Equal("I keep nothing about you", await bot.SayAsync(Person, "delete everything", "confirmation"));
        Assert.Equal("I keep nothing about you", await new BotOnStore(store, Clock).SayAsync(Person, "delete everything", "confirmation"));
        Assert.Equal(1, store.Writes - before);
        await AssertNoTraceAsync(0);
    }

    [Fact]
    public async Task Afterwards_the_person_is_a_stranger()
    {
        var bot = await TwoPeopleAsync(0);
        await bot.SayAsync(Person, "forget me");
        await bot.SayAsync(Person, "delete everything");
        Assert.Equal("Ask", await bot.SayAsync(Person, "today"));
        Assert.DoesNotContain(await ScanAsync(), row => row.Contains(Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_write_of_forgetting_is_finished_by_the_repeated_delivery(bool written)
    {
        var crashes = 0;
        for (var done = false; !done; crashes++)
        {
            var bot = await TwoPeopleAsync();
            var others = await RowsOfOtherAsync();
            await bot.SayAsync(Person, "forget me");
            var store = new TroubledStore(Store) { BreaksAt = crashes + 1, BreaksAfterwards = written };
            try
            {
                await new BotOnStore(store, Clock).SayAsync(Person, "delete everything", "confirmation");
                done = true;
            }
            catch (ErasureInterruptedException)
            {
                // What the person says next, or the same again, is met by another instance.
                Assert.Contains(await new BotOnStore(Store, Clock).SayAsync(Person, "delete everything", "confirmation"), (string[])["Everything is deleted", "I keep nothing about you"]);
            }

            await AssertNoTraceAsync(others);
            await new BotOnStore(Store, Clock).SayAsync(Other, "forget me");
            await new BotOnStore(Store, Clock).SayAsync(Other, "delete everything");
            Assert.Empty(await ScanAsync());
        }

        // Three transactions of the person's rows and one of the due index at least.
        Assert.True(crashes > 4, $"{crashes}");
    }

    [Fact]
    public async Task What_a_person_says_after_a_crash_meets_a_stranger_and_nothing_old()
    {
        var bot = await TwoPeopleAsync();
        await bot.SayAsync(Person, "forget me");
        await Assert.ThrowsAsync<ErasureInterruptedException>(() => new BotOnStore(new TroubledStore(Store) { BreaksAt = 2 }, Clock).SayAsync(Person, "delete everything"));
        Assert.Equal("Ask", await bot.SayAsync(Person, "today"));
        Assert.DoesNotContain(await ScanAsync(), row => row.Contains(Words, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_another_device_writes_meanwhile_goes_as_well(int write)
    {
        var bot = await TwoPeopleAsync();
        var others = await RowsOfOtherAsync();
        await bot.SayAsync(Person, "forget me");
        var store = new TroubledStore(Store);
        store.Before = async number =>
        {
            if (number == write)
                await bot.SayAsync(Person, write == 1 ? $"note 3: {Words} from the phone" : "hello");
        };
        await new BotOnStore(store, Clock).SayAsync(Person, "delete everything");
        var rows = await ScanAsync();
        Assert.DoesNotContain(rows, row => row.Contains(Words, StringComparison.Ordinal));
        Assert.Equal(others, rows.Count(row => row.Contains(Other.UserId, StringComparison.Ordinal)));
        if (write == 1)
            await AssertNoTraceAsync(others);
        else
            // The phone found the erasure begun, finished it, and said hello to a stranger: that is all there is.
            Assert.Single(rows, row => row.Contains(Person.UserId, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_instances_that_confirm_at_once_leave_nothing()
    {
        var bot = await TwoPeopleAsync();
        var others = await RowsOfOtherAsync();
        await bot.SayAsync(Person, "forget me");
        var instances = Enumerable.Range(0, 4).Select(_ => new BotOnStore(Store, Clock)).ToArray();
        await Task.WhenAll(instances.Select(instance => Task.Run(() => instance.SayAsync(Person, "delete everything", "confirmation"), Cancel)));
        Assert.Contains(instances, instance => instance.Heard == "Everything is deleted");
        await AssertNoTraceAsync(others);
    }

    [Fact]
    public async Task Rows_that_were_left_without_a_state_go_too()
    {
        await Store.WriteAsync(StoreTable.CtoBot, Person.Partition, [new RowChange.Add(Text("answer|left", Words))], Cancel);
        Assert.Equal("I keep nothing about you", await new BotOnStore(Store, Clock).SayAsync(Person, "forget me"));
        await AssertNoTraceAsync(0);
    }
}
