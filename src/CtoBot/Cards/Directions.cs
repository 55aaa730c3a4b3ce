using System.Buffers;
using System.Text;

namespace CtoBot.Cards;

/// <summary>
/// Characters that turn the direction of what follows: with them a text can be made to look like another one, beyond its own end. They
/// are kept where they are stored, and left out where they are shown. Right-to-left letters need none, and stay as they are.
/// </summary>
internal static class Directions
{
    /// <summary>Embeddings, overrides and isolates, with their ends.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069");

    /// <summary>The text without them; the same instance if there are none.</summary>
    public static string Without(string text)
    {
        if (!text.AsSpan().ContainsAny(Controls))
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!Controls.Contains(letter))
                shown.Append(letter);
        }

        return shown.ToString();
    }
}
