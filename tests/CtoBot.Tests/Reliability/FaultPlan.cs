using System.Diagnostics;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Reliability;

/// <summary>
/// When requests meet a fault: now and then a single one, and from time to time all of them for a while, longer than a call is tried.
/// </summary>
/// <param name="fault">The fault.</param>
/// <param name="seed">Of the single ones.</param>
/// <param name="share">The share of requests that meet a single one.</param>
/// <param name="every">Every so many requests an outage begins.</param>
/// <param name="length">How long it takes.</param>
internal sealed class FaultPlan(Fault fault, int seed, double share, int every, TimeSpan length)
{
    private readonly Lock gate = new();
    private readonly Random random = new(seed);
    private long outageEnd = long.MinValue;
    private int requests;

    /// <summary>How many requests met a fault.</summary>
    public int Injected { get; private set; }

    /// <summary>How many outages there were.</summary>
    public int Outages { get; private set; }

    /// <summary>What the next request meets.</summary>
    public Fault Next()
    {
        lock (gate)
        {
            var now = Stopwatch.GetTimestamp();
            if (++requests % every == 0)
            {
                outageEnd = now + (long)(length.TotalSeconds * Stopwatch.Frequency);
                Outages++;
            }
            if (now >= outageEnd && random.NextDouble() >= share)
                return Fault.None;
            Injected++;
            return fault;
        }
    }
}
