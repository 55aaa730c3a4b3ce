using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Rollups;

/// <summary>A title of a bug as it is compared with others.</summary>
/// <param name="Tokens">Its words, made comparable.</param>
/// <param name="Keys">The beginnings of the words, without doubles: a poor man's stems, of any language.</param>
internal sealed record Title(ImmutableArray<string> Tokens, ImmutableArray<string> Keys)
{
    /// <summary>From this resemblance on, two titles may mean the same.</summary>
    public const double Enough = 0.55;

    // Below this, a slip of the keyboard cannot make up the difference: not worth looking for one.
    private const double Near = 0.3;
    private const int KeyLength = 5;

    /// <summary>The sum of the lengths of the keys: long words say more than short ones.</summary>
    public int Weight { get; } = Keys.Sum(key => key.Length);

    /// <summary>Splits a title.</summary>
    public static Title Of(string words)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        var text = Normalise.ForCompare(words);
        var start = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && (char.IsLetterOrDigit(text[at]) || char.IsSurrogate(text[at])))
                continue;
            if (at > start)
                tokens.Add(text[start..at]);
            start = at + 1;
        }

        return new Title(tokens.ToImmutable(), [.. tokens.Select(KeyOf).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>How much two titles resemble each other: 0 to 1, the share of their weight that both have (Sørensen–Dice); words that differ by a slip are alike.</summary>
    public static double Resemblance(Title one, Title other)
    {
        var shared = one.Keys.Intersect(other.Keys, StringComparer.Ordinal).ToList();
        return Resemblance(one, other, shared.Count, shared.Sum(key => key.Length));
    }

    /// <summary>The same when the keys they share are counted already.</summary>
    public static double Resemblance(Title one, Title other, int shared, int sharedWeight)
    {
        if (one.Keys.IsEmpty || other.Keys.IsEmpty)
            return 0;
        var dice = Dice(one, other, shared, sharedWeight);
        return dice is >= Near and < Enough || shared == 1 ? WithSlips(one, other, shared, sharedWeight) : dice;
    }

    private static double WithSlips(Title one, Title other, int shared, int sharedWeight)
    {
        var left = other.Tokens.Where(token => token.Length >= KeyLength && !one.Keys.Contains(KeyOf(token))).ToList();
        foreach (var token in one.Tokens.Where(token => token.Length >= KeyLength && !other.Keys.Contains(KeyOf(token))))
        {
            if (ClosestMatch.Find(token, left) is not { } meant)
                continue;
            left.Remove(meant);
            shared++;
            sharedWeight += KeyLength;
        }

        return Dice(one, other, shared, sharedWeight);
    }

    // One word in common makes no two sentences alike, however short they are.
    private static double Dice(Title one, Title other, int shared, int sharedWeight) =>
        shared < Math.Min(2, Math.Min(one.Keys.Length, other.Keys.Length)) ? 0 : 2.0 * sharedWeight / (one.Weight + other.Weight);

    private static string KeyOf(string token) => token.Length <= KeyLength ? token : token[..KeyLength];
}
