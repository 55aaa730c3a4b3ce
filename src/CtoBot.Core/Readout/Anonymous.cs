using CtoBot.Core.Customers;

namespace CtoBot.Core.Readout;

/// <summary>Takes the names of who said something out of what they said.</summary>
internal static class Anonymous
{
    /// <summary>Stands where a name stood.</summary>
    public const string Gap = "[…]";

    /// <summary>Shorter parts of a name are too common as words.</summary>
    private const int ShortestName = 3;

    /// <summary>The words without the customer's name and that of the person, whole or in parts, in whatever case.</summary>
    public static string Words(Quote quote) => Names(quote.Source)
        .OrderByDescending(name => name.Length)
        .Aggregate(quote.Words, (words, name) => Without(words, name));

    private static IEnumerable<string> Names(Source source) =>
        new[] { source.Customer, source.Who }
            .OfType<string>()
            .SelectMany(name => name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Append(name.Trim()))
            .Where(name => name.Length >= ShortestName)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whole words only: "Ann" is not in "annoying".</summary>
    private static string Without(string words, string name)
    {
        for (var at = words.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = words.IndexOf(name, at, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + name.Length;
            if ((at > 0 && char.IsLetterOrDigit(words[at - 1])) || (end < words.Length && char.IsLetterOrDigit(words[end])))
            {
                at++;
                continue;
            }

            words = string.Concat(words.AsSpan(0, at), Gap, words.AsSpan(end));
            at += Gap.Length;
        }

        return words;
    }
}
