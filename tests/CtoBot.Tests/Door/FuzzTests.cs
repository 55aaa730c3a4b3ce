using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using CtoBot.Tests.Support;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging;

namespace CtoBot.Tests.Door;

/// <summary>Made-up activities, thousands of them: the caller's fault or an answer, never a fault of the bot.</summary>
public sealed class FuzzTests(ITestOutputHelper output) : DoorTest
{
    private const int People = 24;

    /// <summary>What a run may hold more at its end than after its first tenth. People write: their rows grow up to what may be kept of one.</summary>
    private const double MostGrowth = 40_000_000;

    private readonly int[] statuses = new int[600];
    private BotHost host = null!;
    private TeamsClient[] people = [];

    [Fact]
    public async Task Whatever_comes_it_is_no_fault_of_the_bot()
    {
        await BeginAsync();
        Post(tests: 600, seed: 20261127);
        End();
    }

    /// <summary>The long run behind the figures in docs/reliability.md. Every round begins with another seed, which a failure names.</summary>
    [Fact(Explicit = true)]
    public async Task Ten_minutes_of_it_leave_no_trace()
    {
        await BeginAsync();
        host.Logs.Least = LogLevel.Error;
        var limit = TimeSpan.FromMinutes(10);
        var clock = Stopwatch.StartNew();
        double first = 0, last = 0;
        for (ulong round = 0; clock.Elapsed < limit; round++)
        {
            Post(tests: 1_000, seed: round * 2 + 1);
            Connector.Forget();
            last = GC.GetTotalMemory(forceFullCollection: true);
            if (clock.Elapsed < limit / 10 || round == 0)
                first = last;
        }

        output.WriteLine($"{statuses.Sum()} requests: {string.Join(", ", statuses.Index().Where(status => status.Item > 0).Select(status => $"{status.Item} × {status.Index}"))}; {first / 1e6:0.0} MB after a tenth of the time, {last / 1e6:0.0} MB at the end");
        End();
        Assert.InRange(last - first, double.MinValue, MostGrowth);
    }

    private async Task BeginAsync()
    {
        host = await StartAsync();
        people = [.. await Task.WhenAll(Enumerable.Range(0, People).Select(async index => index % 2 == 0 ? await SomebodySetUpAsync(host) : Somebody(host)))];
    }

    private void Post(int tests, ulong seed)
    {
        var bodies =
            from person in Gen.Elements(people)
            from body in ActivityGen.Bodies(person.New)
            select body;
        // Posted one after the other: a fault is that of the body at hand.
        Prop.ForAll(Arb.From(bodies), body => PostAsync(body).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(tests).WithReplay(seed, 1));
    }

    private async Task PostAsync(byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await people[0].PostAsync(content, Cancel);
        Interlocked.Increment(ref statuses[(int)response.StatusCode]);
        Assert.InRange((int)response.StatusCode, 200, 499);
        Assert.Empty(host.Logs.Errors.Select(line => line.Text));
    }

    private void End()
    {
        Assert.True(statuses[(int)HttpStatusCode.OK] > statuses.Sum() / 3, "Hardly anything was taken in.");
        Assert.NotEqual(0, statuses[(int)HttpStatusCode.BadRequest]);
        Assert.Empty(host.Logs.Errors.Select(line => line.Text));
    }
}
