using System.Globalization;
using System.Text.RegularExpressions;

namespace CtoBot.Core.Content;

/// <summary>How a culture writes a day, as patterns of NodaTime.</summary>
/// <param name="Day">"Friday 27 November".</param>
/// <param name="ShortDay">"Fri 27 Nov".</param>
/// <param name="Date">"Friday 27 November 2026".</param>
/// <param name="ShortDate">"Fri 27 Nov 2026".</param>
internal sealed partial record DatePatterns(string Day, string ShortDay, string Date, string ShortDate)
{
    /// <summary>The patterns of a culture: its long date, with and without the year. A Japanese weekday of one letter stands in brackets, as it does in print.</summary>
    public static DatePatterns Of(CultureInfo culture)
    {
        var date = culture.TwoLetterISOLanguageName == ContentLibrary.Fallback ? English(culture) : culture.DateTimeFormat.LongDatePattern;
        if (!date.Contains("dddd", StringComparison.Ordinal))
            date = "dddd, " + date;
        date = Era().Replace(date, "");
        var day = Year().Replace(date, "").Trim(' ', ',', '،', '、');
        return new(day, Short(day), date, Short(date));

        string Short(string pattern) => pattern
            .Replace("MMMM", "MMM", StringComparison.Ordinal)
            .Replace("dddd", culture.TwoLetterISOLanguageName == "ja" ? "'('ddd')'" : "ddd", StringComparison.Ordinal);
    }

    /// <summary>Less punctuation than the platform's.</summary>
    private static string English(CultureInfo culture) =>
        Reading.Region.Of(culture.Name).MonthFirst ? "dddd, MMMM d yyyy" : "dddd d MMMM yyyy";

    /// <summary>Which of the platform's Arabic patterns have.</summary>
    [GeneratedRegex(@"\s*\bg+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Era();

    /// <summary>The year with what belongs to it: "de 2026", "2026年".</summary>
    [GeneratedRegex(@"[\s,،]*('[^']*'\s*)?\by+(\s*(年|'年'|'г\.'))?", RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
