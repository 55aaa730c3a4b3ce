using System.Text;

namespace CtoBot.Core.Reading;

/// <summary>Makes text from outside well-formed Unicode, so that it is kept and sent exactly as it is held.</summary>
internal static class WellFormed
{
    /// <summary>The text with every half of a surrogate pair replaced by U+FFFD; the text itself if there is none.</summary>
    public static string Of(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
                index++;
            else if (char.IsSurrogate(text[index]))
                return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        }

        return text;
    }
}
