using System.Collections.Concurrent;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CtoBot.Core.Tests.Conversations;

public sealed class RandomWalkTests
{
    private const int Sequences = 10_000;

    /// <summary>Fewer walks than this through a part of the conversation say little about it.</summary>
    private const int FewestWalks = 50;

    /// <summary>What takes several steps in a row to happen, and how few walks are enough.</summary>
    private static readonly string[] SeldomReached =
    [
        "line stale", "line gone", "table full", "customer edited", "visit filed", "visit moved", "visit brought back", "verdict filed", "debrief filed as form",
        "filing undone", "customers forgotten", "quote Named", "share previewed", "shared", "shared with a chat",
        .. new[] { Verbs.Restore, Verbs.Reorder, Verbs.CancelVisit, Verbs.Visited, Verbs.Merge, Verbs.Apart, Verbs.Split }.Select(verb => $"done {verb}"),
    ];

    private const int FewestSeldom = 5;

    private static readonly string[] ToReach =
    [
        "repeated", "removed", "undone", "problem", "stale", "ticked",
        "told", "paused", "snoozed", "suspended",
        "line added", "line typed", "another asked", "line changed", "line removed", "form finished", "interview finished",
        "customers added", "debrief filed", "debrief filed page by page", "debrief edited", "meeting filed", "filed change undone", "records wanted", "quote Out",
        .. new[] { Verbs.Archive, Verbs.Settle }.Select(verb => $"done {verb}"),
        "setup finished", "message finished", "note finished", "move finished", "skip-step finished", "out-of-order finished",
        .. new[]
        {
            Verbs.Answer, Verbs.Skip, Verbs.Back, Verbs.Later, Verbs.Cancel, Verbs.Open, Verbs.Edit, Verbs.Remove, Verbs.Tick, Verbs.Untick, Verbs.Undo, Verbs.Show, Verbs.Copy, Verbs.Say, Verbs.Remind, Verbs.UseQuote,
        }.Select(verb => $"verb {verb}"),
    ];

    [Fact]
    public void Random_inputs_with_crashes_repeats_and_reordering_lose_nothing_and_never_throw()
    {
        var turns = 0L;
        var reached = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var happenings =
            from kind in ArbMap.Default.GeneratorFor<byte>()
            from choice in Gen.Choose(0, ushort.MaxValue)
            from filling in Gen.Choose(0, ushort.MaxValue)
            from delivery in ArbMap.Default.GeneratorFor<byte>()
            select new Happening(kind, (ushort)choice, (ushort)filling, delivery);
        Prop.ForAll(
                Arb.From(happenings.ArrayOf().Resize(40), Shorter),
                sequence =>
                {
                    var walk = new RandomWalk();
                    walk.Walk(sequence);
                    Interlocked.Add(ref turns, walk.Turns);
                    foreach (var what in walk.Reached)
                        reached.AddOrUpdate(what, 1, static (_, walks) => walks + 1);
                })
            .Check(Walks());
        TestContext.Current.TestOutputHelper!.WriteLine($"{Sequences} sequences, {turns} turns");
        foreach (var (what, walks) in reached.OrderBy(pair => pair.Value))
            TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {walks} walks");
        Assert.True(turns > Sequences * 10L, $"only {turns} turns");
        Assert.All(SeldomReached, what => Assert.True(reached.GetValueOrDefault(what) >= FewestSeldom, $"'{what}' was reached in {reached.GetValueOrDefault(what)} walks only"));
        Assert.All(ToReach, what => Assert.True(reached.GetValueOrDefault(what) >= FewestWalks, $"'{what}' was reached in {reached.GetValueOrDefault(what)} walks only"));
    }

    /// <summary>The same walks in every run, so that a failure is of what was changed; those of another seed, or of any, if the variable CTOBOT_WALK says so ("seed,gamma" as FsCheck prints them, or "any").</summary>
    private static Config Walks()
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Sequences).WithParallelRunConfig(new ParallelRunConfig(Environment.ProcessorCount));
        return Environment.GetEnvironmentVariable("CTOBOT_WALK") switch
        {
            null or "" => config.WithReplay(20261127UL, 3UL),
            "any" => config,
            var given when given.Split(',') is [var seed, var gamma] => config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture)),
            var given => throw new FormatException($"CTOBOT_WALK is \"{given}\", and must be \"any\" or \"seed,gamma\"."),
        };
    }

    private static IEnumerable<Happening[]> Shorter(Happening[] sequence) =>
        Enumerable.Range(0, sequence.Length).Select(left => sequence.Where((_, index) => index != left).ToArray());
}
