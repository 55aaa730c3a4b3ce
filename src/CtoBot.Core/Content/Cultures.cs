using System.Globalization;

namespace CtoBot.Core.Content;

/// <summary>Finds how dates and numbers are written for a locale that a client names.</summary>
internal static class Cultures
{
    /// <summary>The culture of <paramref name="locale"/> if it is known and of <paramref name="language"/>, else that of the language; always with the Gregorian calendar.</summary>
    public static CultureInfo For(string locale, string language) =>
        Gregorian(Find(locale) is { } culture && culture.TwoLetterISOLanguageName == language ? culture : Find(language) ?? CultureInfo.GetCultureInfo(ContentLibrary.Fallback));

    /// <summary>The culture of a locale, or null if the platform does not know it.</summary>
    public static CultureInfo? Find(string locale)
    {
        try
        {
            return locale.Length > 0 ? CultureInfo.GetCultureInfo(locale, predefinedOnly: true) : null;
        }
        catch (CultureNotFoundException)
        {
            // Unknown locales must not be refused, and the platform has no other way to ask.
            return null;
        }
    }

    /// <summary>
    /// Saudi Arabia's own calendar has other months, and the plan's days are those that a client's date picker shows. The platform writes
    /// European digits in every culture, as the texts do; so what stands between them is European as well.
    /// </summary>
    private static CultureInfo Gregorian(CultureInfo culture)
    {
        var ownSeparators = culture.NumberFormat.NumberDecimalSeparator is "." or ",";
        if (ownSeparators && culture.DateTimeFormat.Calendar is GregorianCalendar { CalendarType: GregorianCalendarTypes.Localized })
            return culture;
        var own = (CultureInfo)culture.Clone();
        own.DateTimeFormat.Calendar = culture.OptionalCalendars.OfType<GregorianCalendar>().FirstOrDefault(calendar => calendar.CalendarType == GregorianCalendarTypes.Localized) ?? new GregorianCalendar();
        if (!ownSeparators)
            (own.NumberFormat.NumberDecimalSeparator, own.NumberFormat.NumberGroupSeparator) = (".", ",");
        return CultureInfo.ReadOnly(own);
    }
}
