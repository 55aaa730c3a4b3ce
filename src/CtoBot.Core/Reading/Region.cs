using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>How people of a place write dates, numbers and money.</summary>
/// <param name="MonthFirst">True when 11/27/2026 is the usual form.</param>
/// <param name="DecimalComma">True when 1.200,50 is the usual form.</param>
/// <param name="Currency">The ISO 4217 code of money without a currency.</param>
public sealed record Region(bool MonthFirst, bool DecimalComma, string Currency)
{
    /// <summary>Day first, decimal point, euros: for a person whose locale says nothing.</summary>
    public static Region Default { get; } = new(false, false, "EUR");

    /// <summary>The habits of a locale.</summary>
    /// <param name="locale">A BCP 47 tag such as <c>en-US</c>, as Teams sends it; unknown ones and null give <see cref="Default"/>.</param>
    /// <returns>The habits; a tag without a country has the currency of <see cref="Default"/>.</returns>
    public static Region Of(string? locale)
    {
        if (string.IsNullOrWhiteSpace(locale))
            return Default;
        try
        {
            var culture = CultureInfo.GetCultureInfo(locale.Trim(), predefinedOnly: true);
            var pattern = culture.DateTimeFormat.ShortDatePattern;
            return new Region(
                MonthFirst: pattern.TrimStart('\u200F', '\u200E').StartsWith('M'),
                DecimalComma: culture.NumberFormat.NumberDecimalSeparator == ",",
                Currency: culture.IsNeutralCulture ? Default.Currency : CurrencyOf(culture));
        }
        catch (CultureNotFoundException)
        {
            // The platform has no other way to ask whether it knows a tag.
            return Default;
        }
    }

    private static string CurrencyOf(CultureInfo culture)
    {
        var code = culture.Equals(CultureInfo.InvariantCulture) ? "" : new RegionInfo(culture.Name).ISOCurrencySymbol;
        return Currencies.IsCode(code) ? code : Default.Currency;
    }
}
