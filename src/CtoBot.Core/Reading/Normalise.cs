using System.Globalization;
using System.Text;

namespace CtoBot.Core.Reading;

/// <summary>Makes spellings comparable. For comparison only: never store what comes out.</summary>
public static class Normalise
{
    /// <summary>How much of a text is compared, in UTF-16 code units; the rest is left out.</summary>
    public const int MaxLength = 4096;

    private const string Apostrophes = "'`´ʹʻʼʽˈ‘’‚‛′＇";
    private const string Quotes = "\"“”„‟″«»‹›";
    private const string Dashes = "-‐‑‒–—―−﹘﹣－";

    /// <summary>
    /// Compatibility forms, letter case, diacritics, digits of all scripts, dashes, quotes and white space made alike;
    /// control and invisible characters removed.
    /// </summary>
    /// <param name="text">Any text, malformed UTF-16 included.</param>
    public static string ForCompare(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var folded = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
            Fold(rune, folded);
        return Collapse(folded.ToString().Normalize(NormalizationForm.FormC).ToLowerInvariant());
    }

    /// <summary>A text with the digits of all scripts written as European ones, otherwise as typed and as long.</summary>
    internal static string Digits(string text) => string.Create(text.Length, text, static (digits, typed) =>
    {
        for (var at = 0; at < typed.Length; at++)
            digits[at] = char.GetUnicodeCategory(typed[at]) is UnicodeCategory.DecimalDigitNumber ? (char)('0' + (int)char.GetNumericValue(typed[at])) : typed[at];
    });

    /// <summary>A text in one well-formed line, otherwise as typed.</summary>
    internal static string ForQuote(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in WellFormed(text).EnumerateRunes())
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse))
                line.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        return Collapse(line.ToString());
    }

    private static string WellFormed(string text)
    {
        // Beyond this length normalisation of hostile text is no longer quick, and nobody types that much for one value.
        var considered = text.AsSpan(0, Math.Min(text.Length, MaxLength));
        var sound = new StringBuilder(considered.Length);
        foreach (var rune in considered.EnumerateRunes())
            if (!IsNoncharacter(rune))
                sound.Append(rune.ToString());
        return sound.ToString();
    }

    // The platform refuses to normalise these, as it does lone surrogates.
    private static bool IsNoncharacter(Rune rune) =>
        (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    private static void Fold(Rune rune, StringBuilder folded)
    {
        // The diacritics of European scripts and variation selectors, and what Arabic and Hindi leave out as often as not: short vowels,
        // the hamza, a lengthened line, the nukta. Other combining marks make another letter.
        if (rune.Value is (>= 0x300 and <= 0x36F) or (>= 0xFE00 and <= 0xFE0F) or (>= 0x64B and <= 0x655) or 0x640 or 0x670 or 0x93C)
            return;
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.Format)
            return;
        if (category is UnicodeCategory.DecimalDigitNumber)
            folded.Append((int)Rune.GetNumericValue(rune));
        else if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            folded.Append(' ');
        else if (rune.IsBmp)
            Fold((char)rune.Value, folded);
        else
            folded.Append(rune.ToString());
    }

    private static void Fold(char letter, StringBuilder folded) =>
        _ = letter switch
        {
            'ß' or 'ẞ' => folded.Append("ss"),
            'æ' or 'Æ' => folded.Append("ae"),
            'œ' or 'Œ' => folded.Append("oe"),
            'ø' or 'Ø' => folded.Append('o'),
            'ł' or 'Ł' => folded.Append('l'),
            'đ' or 'Đ' or 'ð' or 'Ð' => folded.Append('d'),
            'þ' or 'Þ' => folded.Append("th"),
            'ı' => folded.Append('i'),
            'ى' => folded.Append('ي'),
            'ة' => folded.Append('ه'),
            // Between the digits of Arabic numbers, and Arabic, Chinese and Japanese punctuation.
            '\u066B' => folded.Append('.'),
            '\u066C' or '،' or '、' => folded.Append(','),
            '؛' => folded.Append(';'),
            '؟' => folded.Append('?'),
            '。' => folded.Append('.'),
            _ when Apostrophes.Contains(letter, StringComparison.Ordinal) => folded.Append('\''),
            _ when Quotes.Contains(letter, StringComparison.Ordinal) => folded.Append('"'),
            _ when Dashes.Contains(letter, StringComparison.Ordinal) => folded.Append('-'),
            _ => folded.Append(letter),
        };

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var letter in text)
            if (!char.IsWhiteSpace(letter))
                collapsed.Append(letter);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(' ');
        return collapsed.ToString().TrimEnd();
    }
}
