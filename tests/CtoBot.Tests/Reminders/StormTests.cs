using CtoBot.Benchmarks.Reminders;

namespace CtoBot.Tests.Reminders;

/// <summary>The benchmark's storm in small, with all that it asserts.</summary>
public sealed class StormTests
{
    [Fact]
    public async Task Whatever_the_connector_does_and_whoever_is_killed_everybody_gets_it_and_hardly_anybody_twice()
    {
        // 200 people a tenant: so that it lasts for some kills, however fast the machine is.
        var plan = new StormPlan(1_000, 5, TimeSpan.FromSeconds(2), TimeSpan.FromMinutes(6)) { InFlight = 16 };
        var result = await Storm.RunAsync(plan, TextWriter.Null, TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(result.ToString());
        Assert.Empty(result.Problems);
        Assert.InRange(result.Kills, 1, int.MaxValue);
    }
}
