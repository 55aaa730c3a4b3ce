using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Sixteen_writers_on_one_person_lose_nothing_in_two_thousand_turns()
    {
        const int writers = 16, turns = 2000;
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var turn = Interlocked.Increment(ref next); turn <= turns; turn = Interlocked.Increment(ref next))
                await CountOne(Store, Person, turn, writer);
        }, Cancel)));
        Assert.Equal(turns, (int)(await Read("state"))!.Columns["count"]);
        var answers = await All(Store.QueryAsync(StoreTable.CtoBot, Person, KeyRange.Prefix("answer|"), Cancel));
        Assert.Equal(Enumerable.Range(1, turns), answers.Select(row => (int)row.Columns["turn"]));
        Assert.Equal(Enumerable.Range(1, turns), answers.Select(row => (int)row.Columns["count"]).Order());
    }

    [Fact]
    public async Task Of_writers_that_add_the_same_row_at_once_exactly_one_is_first()
    {
        for (var round = 0; round < 20; round++)
        {
            var key = $"welcome|{round}";
            var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer =>
                Task.Run(async () => await Write(new RowChange.Add(Row(key, ("writer", writer)))), Cancel)));
            var winner = Assert.Single(Enumerable.Range(0, 8), writer => results[writer].Saved);
            Assert.Equal(winner, (await Read(key))!.Columns["writer"]);
        }
    }

    [Fact]
    public async Task What_was_saved_is_read_at_once()
    {
        for (var i = 0; i < 50; i++)
        {
            var etag = await Save(new RowChange.Upsert(Row("state", ("count", i))));
            var row = await Read("state");
            Assert.Equal(etag, row!.ETag);
            Assert.Equal(i, row.Columns["count"]);
        }
    }

    [Fact]
    public async Task A_cancelled_call_throws_and_writes_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var token = cancelled.Token;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.WriteAsync(StoreTable.CtoBot, Person, [new RowChange.Add(Text("state", "one"))], token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.ReadAsync(StoreTable.CtoBot, Person, "state", token));
        await Save(new RowChange.Add(Text("other", "one")));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => All(Store.QueryAsync(StoreTable.CtoBot, Person, KeyRange.All, token)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => All(Store.ScanAsync(StoreTable.CtoBot, token)));
        Assert.Equal(["other"], await Keys(KeyRange.All));
    }

    /// <summary>A turn: load, decide, save both rows on condition; on conflict load and decide again.</summary>
    protected internal static async Task CountOne(IStore store, string person, int turn, int writer)
    {
        while (true)
        {
            var state = await store.ReadAsync(StoreTable.CtoBot, person, "state", Cancel);
            var count = state is null ? 1 : (int)state.Columns["count"] + 1;
            var next = Row("state", ("count", count), ("writer", writer));
            var result = await store.WriteAsync(
                StoreTable.CtoBot,
                person,
                [
                    state is null ? new RowChange.Add(next) : new RowChange.Replace(next, state.ETag),
                    new RowChange.Add(Row($"answer|{turn:D5}", ("turn", turn), ("count", count))),
                ],
                Cancel);
            if (result.Saved)
                return;
        }
    }
}
