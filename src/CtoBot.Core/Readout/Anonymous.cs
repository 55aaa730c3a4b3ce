using System.Globalization;
using CtoBot.Core.Customers;

namespace CtoBot.Core.Readout;

/// <summary>
/// Takes the names of who said something out of what they said: in whatever case, with or without accents, and whether or not the script sets
/// blanks between words. What is taken out in vain costs a word; a name that stays tells who it was.
/// </summary>
internal static class Anonymous
{
    /// <summary>Stands where a name stood.</summary>
    public const string Gap = "[…]";

    /// <summary>Shorter parts of a name are common as words: they go as they are written only, "Ng" but not "ng".</summary>
    private const int ShortestPart = 3;

    private const CompareOptions InAnyCase = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;

    /// <summary>
    /// The words without the name of the person, whole or in parts, and without that of the customer: whole, or its beginning; what kind of a
    /// company it is stays ("Logistics").
    /// </summary>
    public static string Words(Quote quote) => OfCustomer(quote.Source.Customer).Concat(OfPerson(quote.Source.Who))
        .OrderByDescending(name => name.Text.Length)
        .Aggregate(quote.Words, (words, name) => Without(words, name.Text, name.Options));

    private static IEnumerable<(string Text, CompareOptions Options)> OfPerson(string? name)
    {
        string[] parts = [.. Parts(name)];
        // "van" and "de" are words of their language, where the rest of the name is not written small as well.
        var isWritten = parts.Any(part => char.IsUpper(part[0]));
        return Whole(name, parts).Concat(parts
            .Where(part => part.Length > 1 && !(isWritten && part.Length <= ShortestPart && char.IsLower(part[0])))
            .Select(Part));
    }

    private static IEnumerable<(string Text, CompareOptions Options)> OfCustomer(string? name)
    {
        string[] parts = [.. Parts(name)];
        var beginnings = Enumerable.Range(2, Math.Max(0, parts.Length - 2)).Select(count => (string.Join(' ', parts.Take(count)), InAnyCase));
        // "Al Noor" and "The Foundry" are known by their second word: a first one that is short and no abbreviation may be an article, and goes as it is written only.
        (string, CompareOptions)[] first = parts switch
        {
            [{ Length: <= ShortestPart } article, var second, ..] when !article.All(char.IsUpper) && !IsUnspaced(article[0]) => [(article, CompareOptions.IgnoreNonSpace), Part(second)],
            [{ Length: > 1 } word, ..] => [Part(word)],
            _ => [],
        };
        return Whole(name, parts).Concat(beginnings).Concat(first);
    }

    /// <summary>As it is written, with single blanks, and with none: scripts without them write it both ways.</summary>
    private static IEnumerable<(string Text, CompareOptions Options)> Whole(string? name, string[] parts)
    {
        string[] forms = parts.Length == 0 ? [] : [name!.Trim(), string.Join(' ', parts), .. parts.All(part => IsUnspaced(part[0])) ? new[] { string.Concat(parts) } : []];
        return forms.Distinct().Select(form => (form, InAnyCase));
    }

    private static (string Text, CompareOptions Options) Part(string part) =>
        (part, part.Length < ShortestPart && !IsUnspaced(part[0]) ? CompareOptions.IgnoreNonSpace : InAnyCase);

    /// <summary>What stands between anything but letters, their marks, and digits.</summary>
    private static IEnumerable<string> Parts(string? name)
    {
        var start = -1;
        for (var at = 0; at <= (name?.Length ?? 0); at++)
        {
            if (name is not null && at < name.Length && IsOfWord(name, at))
            {
                start = start < 0 ? at : start;
            }
            else if (start >= 0)
            {
                yield return name![start..at];
                start = -1;
            }
        }
    }

    /// <summary>Whole words only, "Ann" is not in "annoying", but for scripts that do not set words apart.</summary>
    private static string Without(string words, string name, CompareOptions options)
    {
        for (var at = 0; at < words.Length;)
        {
            var found = CultureInfo.InvariantCulture.CompareInfo.IndexOf(words.AsSpan(at), name, options, out var length);
            if (found < 0 || length == 0)
                break;
            var (begin, end) = (at + found, at + found + length);
            while (end < words.Length && IsMark(words, end))
                end++;
            if ((begin > 0 && IsOfWord(words, begin - 1) && !IsUnspaced(words[begin])) || (end < words.Length && IsOfWord(words, end) && !IsUnspaced(words[end - 1])))
            {
                at = begin + 1;
                continue;
            }

            words = string.Concat(words.AsSpan(0, begin), Gap, words.AsSpan(end));
            at = begin + Gap.Length;
        }

        return words;
    }

    private static bool IsOfWord(string text, int at) => char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at]) && IsLetter(text, at) || IsMark(text, at);

    /// <summary>Of either half of a pair.</summary>
    private static bool IsLetter(string text, int at)
    {
        var first = char.IsLowSurrogate(text[at]) ? at - 1 : at;
        return first >= 0 && first + 1 < text.Length && char.IsSurrogatePair(text, first) && char.IsLetter(text, first);
    }

    private static bool IsMark(string text, int at) => char.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// Whether words of this letter's script may stand in one with others: without blanks between them (Thai to Burmese, Khmer, kana, Han), or
    /// with what belongs to them joined on (Hebrew and Arabic before, Korean after).
    /// </summary>
    private static bool IsUnspaced(char letter) => letter is
        (>= '\u0590' and <= '\u08ff') or (>= '\u0e00' and <= '\u109f') or (>= '\u1100' and <= '\u11ff') or (>= '\u1780' and <= '\u17ff')
        or (>= '\u3005' and <= '\u318f') or (>= '\u3400' and <= '\u9fff') or (>= '\ua960' and <= '\ua97f') or (>= '\uac00' and <= '\ud887')
        or (>= '\udc00' and <= '\udfff') or (>= '\uf900' and <= '\ufdff') or (>= '\ufe70' and <= '\ufeff') or (>= '\uff66' and <= '\uffdc');
}
