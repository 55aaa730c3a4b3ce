using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

/// <summary>Many turns of several writers while requests and answers are lost at random: the end is as without faults.</summary>
public sealed class TableReliabilityTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private const int Seed = 20260105;
    private const string Person = "tenant|person";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Faults =>
        [Fault.DropBefore, Fault.DropAfter, Fault.Reset, Fault.Delay, Fault.TooManyRequests, Fault.ErrorBefore, Fault.ErrorAfter, Fault.Unavailable];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Turns_under_faults_end_as_without_them(Fault fault) => RunAsync(turns: 100, fault);

    [Fact]
    public Task Turns_under_all_faults_at_once_end_as_without_them() => RunAsync(turns: 300, [.. Faults.Select(row => row.Data)]);

    /// <summary>The long run behind the figures in the documentation.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(Faults))]
    public Task Five_thousand_turns_under_faults_end_as_without_them(Fault fault) => RunAsync(turns: 5000, fault);

    private async Task RunAsync(int turns, params Fault[] faults)
    {
        const int writers = 4;
        await azurite.StartAsync();
        await using var proxy = await FaultProxy.StartAsync(azurite.Endpoint, FaultProxy.AtRandom(Seed, 0.1, faults), Cancel);
        proxy.Delay = TimeSpan.FromSeconds(0.5);
        var options = AzuriteTables.Options(proxy.Endpoint);
        options.Timeout = TimeSpan.FromSeconds(20);
        var store = AzuriteTables.Store(options);
        await store.PrepareAsync(Cancel);

        var clock = Stopwatch.StartNew();
        var next = 0;
        var conflicts = 0;
        var unknown = 0;
        await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
        {
            for (var turn = Interlocked.Increment(ref next); turn <= turns; turn = Interlocked.Increment(ref next))
                await RunTurnAsync(turn);
        }, Cancel)));
        output.WriteLine($"{string.Join(", ", faults)}: {turns} turns, {conflicts} conflicts, {unknown} unknown, {proxy.Requests.Count} requests, {clock.Elapsed.TotalSeconds:0.0} s");

        var state = await store.ReadAsync(StoreTable.CtoBot, Person, "state", Cancel);
        Assert.Equal(Enumerable.Range(1, turns), Turns(state).Order());

        // A turn changes one row only, so that no second row helps to recognise it.
        async Task RunTurnAsync(int turn)
        {
            var mayBeThere = false;
            while (true)
            {
                var state = await store.ReadAsync(StoreTable.CtoBot, Person, "state", Cancel);
                var before = Turns(state);
                if (before.Contains(turn))
                {
                    Assert.True(mayBeThere, $"Turn {turn} was saved although the store had said that another writer was first.");
                    return;
                }
                var row = new Row("state", ImmutableDictionary<string, object>.Empty.Add("turns", string.Join(',', before.Append(turn))));
                RowChange change = state is null ? new RowChange.Add(row) : new RowChange.Replace(row, state.ETag);
                try
                {
                    if ((await store.WriteAsync(StoreTable.CtoBot, Person, [change], Cancel)).Saved)
                        return;
                    mayBeThere = false;
                    Interlocked.Increment(ref conflicts);
                }
                catch (StoreUnavailableException)
                {
                    mayBeThere = true;
                    Interlocked.Increment(ref unknown);
                }
            }
        }
    }

    private static int[] Turns(Row? state) =>
        state is null ? [] : [.. ((string)state.Columns["turns"]).Split(',').Select(turn => int.Parse(turn, CultureInfo.InvariantCulture))];
}
