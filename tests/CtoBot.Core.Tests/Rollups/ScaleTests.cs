using System.Diagnostics;
using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Rollups;
using static CtoBot.Core.Tests.Rollups.Answers;

namespace CtoBot.Core.Tests.Rollups;

/// <summary>A thousand bugs of two hundred customers are no work.</summary>
public sealed class ScaleTests
{
    private static readonly string[] Words =
        "export import login invoice report label printer nightly sync audit mobile scanner rounding currency tax order stock claim batch archive search index upload timeout"
            .Split(' ');

    [Fact]
    public void A_thousand_bugs_of_two_hundred_customers_take_milliseconds()
    {
        var random = new Random(4);
        string Title() => string.Join(' ', Enumerable.Range(0, 5).Select(_ => Words[random.Next(Words.Length)] + random.Next(20)));
        var drafts = new List<Draft>();
        for (var customer = 1; customer <= 200; customer++)
        {
            drafts.Add(Customer($"c{customer}", customer));
            drafts.Add(Visit($"v{customer}", $"c{customer}"));
            drafts.Add(Debrief($"v{customer}", ("risk", Scale(1 + (customer % 5))), ("supportRating", Scale(1 + (customer % 4))),
                ("bugs", Rows([.. Enumerable.Range(0, 5).Select(_ => new[] { "title=" + Title(), "severity=major" })]))));
        }

        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var started = Stopwatch.GetTimestamp();
            var situation = Situation.Of(Book.Of(drafts), Today);
            best = TimeSpan.FromTicks(Math.Min(best.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
            Assert.Equal((200, 1000), (situation.Customers, situation.Bugs));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{best.TotalMilliseconds} ms");
        // Comparing each title with each takes seconds; the machine may be busy.
        Assert.InRange(best.TotalMilliseconds, 0, 250);
    }
}
