namespace CtoBot.Benchmarks.Turns;

/// <summary>What was measured of many like events.</summary>
/// <param name="Median">The median in milliseconds.</param>
/// <param name="P99">What 99 of 100 stayed below, in milliseconds.</param>
internal sealed record Sample(double Median, double P99)
{
    public static Sample Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(time => time.TotalMilliseconds).Order().ToArray();
        return new(sorted[sorted.Length / 2], sorted[Math.Min(sorted.Length - 1, sorted.Length * 99 / 100)]);
    }
}
