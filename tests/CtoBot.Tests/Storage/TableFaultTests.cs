using System.Collections.Immutable;
using System.Diagnostics;
using CtoBot.Storage.Tables;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

/// <summary>What a write becomes when its request, or the answer to it, is lost.</summary>
public sealed class TableFaultTests(AzuriteServer azurite)
{
    private const string Person = "tenant|person";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Faults =>
        [Fault.DropBefore, Fault.DropAfter, Fault.Reset, Fault.TooManyRequests, Fault.ErrorBefore, Fault.ErrorAfter, Fault.Unavailable];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_write_that_meets_a_fault_is_saved_once_and_its_etag_is_good(Fault fault)
    {
        await using var place = await OpenAsync();
        place.Faults.Enqueue(fault);
        var added = await place.Write(new RowChange.Add(Count("state", 1)));
        Assert.True(added.Saved);
        place.Faults.Enqueue(fault);
        var replaced = await place.Write(new RowChange.Replace(Count("state", 2), added.ETags["state"]), new RowChange.Add(Count("answer", 2)));
        Assert.True(replaced.Saved);
        place.Faults.Enqueue(fault);
        var upserted = await place.Write(new RowChange.Upsert(Count("state", 3)), new RowChange.Delete("answer", replaced.ETags["answer"]));
        Assert.True(upserted.Saved);
        place.Faults.Enqueue(fault);
        Assert.Equal(3, await place.ReadCount("state"));
        Assert.Null(await place.Direct.ReadAsync(StoreTable.CtoBot, Person, "answer", Cancel));
        Assert.True((await place.Write(new RowChange.Replace(Count("state", 4), upserted.ETags["state"]))).Saved);
        Assert.Empty(place.Faults);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_query_that_meets_faults_in_its_pages_is_complete(Fault fault)
    {
        await using var place = await OpenAsync();
        foreach (var chunk in Enumerable.Range(0, 1200).Chunk(100))
            await place.Direct.WriteAsync(StoreTable.CtoBot, Person, [.. chunk.Select(i => new RowChange.Add(Count($"a{i:D4}", i)))], Cancel);
        place.Faults.Enqueue(fault);
        place.Faults.Enqueue(Fault.None);
        place.Faults.Enqueue(fault);
        var counts = new List<object>();
        await foreach (var row in place.Store.QueryAsync(StoreTable.CtoBot, Person, KeyRange.All, Cancel))
            counts.Add(row.Columns["count"]);
        Assert.Equal(Enumerable.Range(0, 1200).Cast<object>(), counts);
        Assert.Empty(place.Faults);
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_recognised_although_the_row_was_replaced_since()
    {
        await using var place = await OpenAsync();
        var added = await place.Write(new RowChange.Add(Count("state", 1)));
        place.OnFault = async () =>
        {
            for (var round = 0; round < 10; round++)
            {
                var row = await place.Direct.ReadAsync(StoreTable.CtoBot, Person, "state", Cancel);
                await place.Direct.WriteAsync(StoreTable.CtoBot, Person, [new RowChange.Replace(Count("state", (int)row!.Columns["count"] + 1), row.ETag)], Cancel);
            }
        };
        place.Faults.Enqueue(Fault.DropAfter);
        var replaced = await place.Write(new RowChange.Replace(Count("state", 2), added.ETags["state"]));
        Assert.True(replaced.Saved);
        Assert.Equal(12, await place.ReadCount("state"));
        Assert.False((await place.Write(new RowChange.Replace(Count("state", 99), replaced.ETags["state"]))).Saved);
    }

    [Theory]
    [InlineData(Fault.DropBefore)]
    [InlineData(Fault.ErrorBefore)]
    [InlineData(Fault.Unavailable)]
    public async Task A_write_that_was_lost_and_then_overtaken_is_a_conflict(Fault fault)
    {
        await using var place = await OpenAsync();
        var added = await place.Write(new RowChange.Add(Count("state", 1)));
        place.OnFault = async () => Assert.True((await place.Direct.WriteAsync(
            StoreTable.CtoBot, Person, [new RowChange.Replace(Count("state", 10), added.ETags["state"]), new RowChange.Add(Count("welcome", 1))], Cancel)).Saved);
        place.Faults.Enqueue(fault);
        Assert.False((await place.Write(new RowChange.Replace(Count("state", 2), added.ETags["state"]))).Saved);
        place.OnFault = () => Task.CompletedTask;
        place.Faults.Enqueue(fault);
        Assert.False((await place.Write(new RowChange.Add(Count("welcome", 2)))).Saved);
        Assert.Equal(10, await place.ReadCount("state"));
        Assert.Equal(1, await place.ReadCount("welcome"));
    }

    [Fact]
    public async Task Deleting_without_a_condition_is_saved_although_the_answer_was_lost()
    {
        await using var place = await OpenAsync();
        await place.Write(new RowChange.Add(Count("a", 1)), new RowChange.Add(Count("b", 1)));
        place.Faults.Enqueue(Fault.DropAfter);
        Assert.True((await place.Write(new RowChange.Delete("a"), new RowChange.Delete("b"), new RowChange.Delete("never there"))).Saved);
        Assert.Null(await place.Direct.ReadAsync(StoreTable.CtoBot, Person, "a", Cancel));
    }

    [Fact]
    public async Task Where_the_rows_cannot_tell_the_store_says_that_it_does_not_know()
    {
        await using var place = await OpenAsync();
        var added = await place.Write(new RowChange.Add(Count("claim", 1)));
        place.Faults.Enqueue(Fault.DropAfter);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await place.Write(new RowChange.Delete("claim", added.ETags["claim"])));
        Assert.Contains("not known", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_after_is_obeyed()
    {
        await using var place = await OpenAsync();
        place.Faults.Enqueue(Fault.TooManyRequests);
        var clock = Stopwatch.StartNew();
        Assert.True((await place.Write(new RowChange.Add(Count("state", 1)))).Saved);
        Assert.True(clock.Elapsed > TimeSpan.FromSeconds(0.95), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_request_that_hangs_leaves_time_for_another()
    {
        await using var place = await OpenAsync(timeout: TimeSpan.FromSeconds(3));
        place.Proxy.Delay = TimeSpan.FromSeconds(30);
        place.Faults.Enqueue(Fault.Delay);
        Assert.True((await place.Write(new RowChange.Add(Count("state", 1)))).Saved);
        place.Faults.Enqueue(Fault.Delay);
        Assert.Equal(1, await place.ReadCount("state"));
    }

    [Theory]
    [InlineData(Fault.DropBefore, "ConnectionAborted|ResponseEnded|Unknown|HttpIOException|IOException|SocketException")]
    [InlineData(Fault.Unavailable, "503")]
    [InlineData(Fault.TooManyRequests, "429")]
    public async Task A_service_that_stays_away_is_unavailable_after_the_time_of_the_setting(Fault fault, string reason)
    {
        await using var place = await OpenAsync(timeout: TimeSpan.FromSeconds(2));
        place.Always = fault;
        var clock = Stopwatch.StartNew();
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await place.Write(new RowChange.Add(Count("state", 1))));
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4));
        Assert.Contains("Store:ConnectionString", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason.Split('|'), part => error.Message.Contains(part, StringComparison.Ordinal));
        Assert.DoesNotContain(AzuriteServer.AccountKey, error.ToString(), StringComparison.Ordinal);
        place.Always = Fault.None;
        Assert.Null(await place.Store.ReadAsync(StoreTable.CtoBot, Person, "state", Cancel));
    }

    [Fact]
    public async Task A_cancelled_write_ends_at_once_while_the_service_hangs()
    {
        await using var place = await OpenAsync();
        place.Proxy.Delay = TimeSpan.FromSeconds(30);
        place.Always = Fault.Delay;
        using var cancel = new CancellationTokenSource();
        var write = place.Store.WriteAsync(StoreTable.CtoBot, Person, [new RowChange.Add(Count("state", 1))], cancel.Token).AsTask();
        var clock = Stopwatch.StartNew();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_table_that_is_missing_is_named()
    {
        await azurite.StartAsync();
        var store = AzuriteTables.Store(AzuriteTables.Options(azurite.Endpoint));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.WriteAsync(StoreTable.CtoBot, Person, [new RowChange.Add(Count("state", 1))], Cancel));
        Assert.Contains("lost a table", error.Message, StringComparison.Ordinal);
    }

    internal static Row Count(string key, int count) => new(key, ImmutableDictionary<string, object>.Empty.Add("count", count));

    private Task<Place> OpenAsync(TimeSpan? timeout = null) => Place.OpenAsync(azurite, timeout ?? TimeSpan.FromSeconds(8));

    /// <summary>A store behind a proxy, and one that goes directly to the same tables.</summary>
    private sealed class Place : IAsyncDisposable
    {
        public Queue<Fault> Faults { get; } = new();

        public Fault Always { get; set; }

        public Func<Task> OnFault { get; set; } = () => Task.CompletedTask;

        public required FaultProxy Proxy { get; init; }

        public required TableStore Store { get; init; }

        public required TableStore Direct { get; init; }

        public static async Task<Place> OpenAsync(AzuriteServer azurite, TimeSpan timeout)
        {
            await azurite.StartAsync();
            Place? place = null;
            var proxy = await FaultProxy.StartAsync(azurite.Endpoint, () => place!.Faults.TryDequeue(out var fault) ? fault : place.Always, Cancel);
            var direct = AzuriteTables.Options(azurite.Endpoint);
            var behind = AzuriteTables.Options(proxy.Endpoint);
            behind.TablePrefix = direct.TablePrefix;
            behind.Timeout = timeout;
            place = new Place { Proxy = proxy, Store = AzuriteTables.Store(behind), Direct = AzuriteTables.Store(direct) };
            proxy.Meanwhile = fault => fault == Fault.None ? Task.CompletedTask : place.OnFault();
            await place.Direct.PrepareAsync(Cancel);
            return place;
        }

        public ValueTask<WriteResult> Write(params RowChange[] changes) => Store.WriteAsync(StoreTable.CtoBot, Person, changes, Cancel);

        public async Task<int> ReadCount(string key) => (int)(await Store.ReadAsync(StoreTable.CtoBot, Person, key, Cancel))!.Columns["count"];

        public ValueTask DisposeAsync() => Proxy.DisposeAsync();
    }
}
