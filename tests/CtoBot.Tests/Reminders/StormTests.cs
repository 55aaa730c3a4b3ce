using CtoBot.Benchmarks.Reminders;

namespace CtoBot.Tests.Reminders;

/// <summary>The benchmark's storm in small, with all that it asserts.</summary>
public sealed class StormTests
{
    /// <summary>Explicit: it takes minutes, because a row whose process was killed waits for the end of its claim.</summary>
    [Fact(Explicit = true)]
    public async Task Whatever_the_connector_does_and_whoever_is_killed_everybody_gets_it_and_hardly_anybody_twice()
    {
        // 200 people a tenant: so that it lasts for some kills, however fast the machine is. A process has to live longer than its first look at the shards.
        var plan = new StormPlan(1_000, 5, TimeSpan.FromSeconds(15), TimeSpan.FromMinutes(6)) { InFlight = 16 };
        var result = await Storm.RunAsync(plan, TextWriter.Null, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(result.ToString());
        Assert.Empty(result.Problems);
        Assert.InRange(result.Kills, 1, int.MaxValue);
    }
}
