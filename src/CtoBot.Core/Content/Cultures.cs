using System.Globalization;

namespace CtoBot.Core.Content;

/// <summary>Finds how dates and numbers are written for a locale that a client names.</summary>
internal static class Cultures
{
    /// <summary>The culture of <paramref name="locale"/> if it is known and of <paramref name="language"/>, else that of the language.</summary>
    public static CultureInfo For(string locale, string language)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(locale.Length > 0 ? locale : language, predefinedOnly: true);
            if (culture.TwoLetterISOLanguageName == language)
                return culture;
        }
        catch (CultureNotFoundException)
        {
            // Unknown locales must not be refused, and the platform has no other way to ask.
        }

        return CultureInfo.GetCultureInfo(language);
    }
}
