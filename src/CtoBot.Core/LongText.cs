using System.Collections.Immutable;
using System.Globalization;

namespace CtoBot.Core;

/// <summary>Text that may be longer than a message can be.</summary>
public static class LongText
{
    /// <summary>
    /// What a part may take in a message, in UTF-16 units of JSON. A message takes 40,000; a part leaves room for
    /// what is around it, and for what a card adds to text so that clients neither act on it nor cut it off (one unit in four at most).
    /// </summary>
    private const int MostUnits = 28_000;

    /// <summary>A part ends at a word if one ends within this many units before its end.</summary>
    private const int WordUnits = 500;

    /// <summary>
    /// The text in parts that a message can hold: joined, they are the text. Up to 4,600 characters are always one part, and up
    /// to 28,000 of ordinary prose. No letter or emoji is taken apart.
    /// </summary>
    /// <returns>One part at least.</returns>
    public static ImmutableArray<string> Parts(string text)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var rest = text.AsSpan();
        while (End(rest) is var end && end < rest.Length)
        {
            parts.Add(rest[..end].ToString());
            rest = rest[end..];
        }

        parts.Add(rest.ToString());
        return parts.ToImmutable();
    }

    /// <summary>Where the first part of a text ends.</summary>
    private static int End(ReadOnlySpan<char> text)
    {
        var (end, units) = (0, 0);
        var word = (End: 0, Units: 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text[end..]);
            var more = Units(text.Slice(end, length));
            // One letter with endless accents is taken apart all the same: it has to end up somewhere.
            if (units + more > MostUnits)
                return units - word.Units <= WordUnits && word.End > 0 ? word.End : end > 0 ? end : MostUnits / EscapeLength;
            end += length;
            units += more;
            if (char.IsWhiteSpace(text[end - 1]))
                word = (end, units);
        }

        return end;
    }

    private const int EscapeLength = 6;

    private static int Units(ReadOnlySpan<char> text)
    {
        var units = 0;
        foreach (var unit in text)
        {
            units += unit switch
            {
                '"' or '\\' or '\n' or '\r' or '\t' or '\b' or '\f' => 2,
                < ' ' or '\u0085' or '\u2028' or '\u2029' => EscapeLength,
                _ => 1,
            };
        }

        return units;
    }
}
