using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Rollups;

/// <summary>
/// A title of a bug as it is compared with others: by the share of their weight that both have (Sørensen–Dice). A word weighs as much
/// as its beginning is long: long words say more than short ones, in any language.
/// </summary>
internal sealed class Title
{
    /// <summary>From this resemblance on, two titles may mean the same.</summary>
    public const double Enough = 0.55;

    /// <summary>Below this share, slips of the keyboard do not make two titles the same.</summary>
    public const double Near = 0.3;

    private const int KeyLength = 5;
    private readonly ImmutableArray<string> _words;
    private readonly int _weight;

    private Title(ImmutableArray<string> words)
    {
        _words = words;
        Keys = [.. words.Select(KeyOf)];
        _weight = Keys.Sum(key => key.Length);
    }

    /// <summary>How its words begin, each beginning once: a poor man's stems.</summary>
    public ImmutableArray<string> Keys { get; }

    /// <summary>Splits a title.</summary>
    public static Title Of(string title)
    {
        var words = new List<string>();
        var text = Normalise.ForCompare(title);
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !(char.IsWhiteSpace(text[at]) || char.IsPunctuation(text[at]) || char.IsSymbol(text[at])))
                continue;
            if (at > start)
                words.Add(text[start..at]);
            start = at + 1;
        }

        return new Title([.. words.DistinctBy(KeyOf, StringComparer.Ordinal)]);
    }

    /// <summary>The share of the weight that both have, 0 to 1; and what counts of it as resemblance: nothing if it is a single word of several.</summary>
    public (double Share, double Resemblance) Exact(Title other)
    {
        var (words, weight) = Shared(other);
        return (Share(other, weight), Resemblance(other, words, weight));
    }

    /// <summary>How much the two resemble each other, 0 to 1; words that differ by a slip are alike, if there is enough else in common.</summary>
    public double Resemblance(Title other)
    {
        var (words, weight) = Shared(other);
        var exact = Resemblance(other, words, weight);
        if (exact >= Enough || Share(other, weight) < Near)
            return exact;
        var left = other.Odd(this).ToList();
        foreach (var word in Odd(other).Where(word => left.Exists(candidate => MayBeSlip(word, candidate))))
        {
            if (ClosestMatch.Find(word, left.Where(candidate => MayBeSlip(word, candidate))) is not { } meant)
                continue;
            left.Remove(meant);
            words++;
            weight += KeyLength;
        }

        return Resemblance(other, words, weight);
    }

    private (int Words, int Weight) Shared(Title other)
    {
        var (words, weight) = (0, 0);
        foreach (var key in Keys)
        {
            if (!other.Keys.Contains(key))
                continue;
            words++;
            weight += key.Length;
        }

        return (words, weight);
    }

    // One word in common makes no two sentences alike, however short they are.
    private double Resemblance(Title other, int words, int weight) =>
        words < Math.Min(2, Math.Min(Keys.Length, other.Keys.Length)) ? 0 : Share(other, weight);

    private double Share(Title other, int weight) => weight == 0 ? 0 : 2.0 * weight / (_weight + other._weight);

    // Short words are too alike by chance.
    private IEnumerable<string> Odd(Title other) => _words.Where(word => word.Length >= KeyLength && !other.Keys.Contains(KeyOf(word)));

    // Spares the closer look: hardly anybody mistypes both the first and the last letter.
    private static bool MayBeSlip(string word, string other) =>
        Math.Abs(word.Length - other.Length) <= 2 && (word[0] == other[0] || word[^1] == other[^1]);

    private static string KeyOf(string word) => word.Length <= KeyLength ? word : word[..KeyLength];
}
