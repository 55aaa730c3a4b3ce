using System.Collections.Immutable;
using System.Diagnostics;
using CtoBot.Core.Content;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Reliability;

/// <summary>
/// Whole turns of several people, on two instances of the bot, while requests to table storage or its answers are lost: the tables end
/// as those of the same people on a store without faults, row by row, but for rows of the due index that were not removed any more.
/// </summary>
public sealed class TurnFaultTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private const int Seed = 20261122;

    /// <summary>Short, so that an outage that ends a turn need not be long.</summary>
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(1.2);

    private static readonly TimeSpan OutageTime = TimeSpan.FromSeconds(1.5);
    private static readonly ContentLibrary Library = ContentLibrary.BuiltIn;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Faults =>
        [Fault.DropBefore, Fault.DropAfter, Fault.Reset, Fault.Delay, Fault.TooManyRequests, Fault.ErrorBefore, Fault.ErrorAfter, Fault.Unavailable];

    [Theory]
    [MemberData(nameof(Faults))]
    public Task Turns_under_faults_leave_what_they_leave_without(Fault fault) => RunAsync(fault, people: 6, turns: 25, share: 0.05, outageEvery: 300);

    /// <summary>The long run behind the figures in docs/reliability.md.</summary>
    [Theory(Explicit = true)]
    [MemberData(nameof(Faults))]
    public Task Five_thousand_turns_under_faults_leave_what_they_leave_without(Fault fault) => RunAsync(fault, people: 20, turns: 250, share: 0.1, outageEvery: 500);

    private async Task RunAsync(Fault fault, int people, int turns, double share, int outageEvery)
    {
        var reference = new MemoryStore();
        var scripts = new List<(PersonKey Person, ImmutableArray<ScriptedTurn> Turns)>();
        for (var index = 0; index < people; index++)
        {
            // An id with characters that no table key can hold.
            var person = new RandomPerson(new PersonKey("contoso/42", $"Ä{index}#?"), Seed + index);
            scripts.Add((person.Key, await person.LiveAsync(reference, Library, turns, Cancel)));
        }
        var expected = await StoreDump.OfAsync(reference, Cancel);
        Assert.True(expected.Keys.Count(key => key.Contains(" answer|", StringComparison.Ordinal)) > 4 * people, "The scripts answer too little.");
        Assert.True(expected.Keys.Count(key => key.Contains(" step|", StringComparison.Ordinal)) > people / 2, "The scripts tick too little.");

        await azurite.StartAsync();
        var plan = new FaultPlan(fault, Seed, share, outageEvery, OutageTime);
        await using var proxy = await FaultProxy.StartAsync(azurite.Endpoint, plan.Next, Cancel);
        // Longer than an attempt is waited for: the answer comes to nobody.
        proxy.Delay = CallTime / 2;
        var options = AzuriteTables.Options(azurite.Endpoint);
        var direct = AzuriteTables.Store(options);
        await direct.PrepareAsync(Cancel);
        options.ConnectionString = AzuriteTables.Options(proxy.Endpoint).ConnectionString;
        options.Timeout = CallTime;
        var instances = new Instances(AzuriteTables.Store(options), AzuriteTables.Store(options), Library);

        var clock = Stopwatch.StartNew();
        await Task.WhenAll(scripts.Select((script, index) => Task.Run(() => instances.PlayAsync(script.Person, script.Turns, Seed + index, Cancel), Cancel)));
        clock.Stop();
        var actual = await StoreDump.OfAsync(direct, Cancel);
        // Of the due index no row may be missing, and one may be there without need: see DueIndex.
        string[] needless = [.. actual.Keys.Where(row => row.StartsWith($"{StoreTable.Due} ", StringComparison.Ordinal) && !expected.ContainsKey(row))];
        foreach (var row in needless)
            actual.Remove(row);
        output.WriteLine(
            $"{fault}: {people * turns} turns of {people} people, {scripts.Sum(script => script.Turns.Count(turn => turn.Forgot))} of which nobody was known after, {plan.Injected} faults in {plan.Outages} outages and between, "
            + $"{instances.Redeliveries} redeliveries, {instances.Copies} copies, {proxy.Requests.Count} requests, {needless.Length} needless rows of the due index, {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(plan.Injected > 0);
        StoreDump.AssertSame(expected, actual);
    }
}
