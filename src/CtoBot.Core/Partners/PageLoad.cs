namespace CtoBot.Core.Partners;

/// <summary>What faster pages are worth in a year, by the rule of thumb of the article.</summary>
public static class PageLoad
{
    /// <summary>The days of a year.</summary>
    private const int Days = 365;

    /// <summary>
    /// The share of sales that a second of delay costs. The article gives no share, but an example from which it follows: 100,000 a day
    /// are 36.5 million a year, of which one second takes up to 2.5 million, that is 2.5 / 36.5, about 6.85%.
    /// </summary>
    public static decimal ShareASecond { get; } = 2_500_000m / (100_000m * Days);

    /// <summary>The article's other figure: the share of visitors who leave a page that takes more than three seconds.</summary>
    public static decimal LeaveAfterThreeSeconds => 0.4m;

    /// <summary>The most that a year may gain, rounded to whole units of the currency.</summary>
    /// <param name="daily">What is sold in a day.</param>
    /// <param name="seconds">The seconds that are saved.</param>
    /// <param name="share">The share of sales a second, from 0 to 1; null for <see cref="ShareASecond"/>.</param>
    /// <returns>Linear in the seconds, and never more than the sales themselves.</returns>
    public static decimal Yearly(decimal daily, decimal seconds, decimal? share = null) =>
        decimal.Round(daily * Days * Math.Clamp((share ?? ShareASecond) * seconds, 0, 1), 0, MidpointRounding.AwayFromZero);
}
