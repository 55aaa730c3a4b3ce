namespace CtoBot.Core.Rollups;

/// <summary>How averages are rounded, here only, so that the same figure reads the same everywhere.</summary>
internal static class Rounding
{
    /// <summary>To one decimal, halves away from zero; null of nothing.</summary>
    public static decimal? Average(IEnumerable<int> points) =>
        points.Average(point => (decimal?)point) is { } average ? Math.Round(average, 1, MidpointRounding.AwayFromZero) : null;
}
