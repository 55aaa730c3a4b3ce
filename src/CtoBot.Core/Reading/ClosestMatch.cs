using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Finds what somebody probably meant to type.</summary>
/// <remarks>
/// Optimal string alignment distance (insertion, deletion, substitution, neighbours swapped): one edit for three to five letters,
/// two for longer words, none for shorter ones. A text that begins a candidate comes before one that is misspelt.
/// </remarks>
public static class ClosestMatch
{
    private const int LongestWord = 64;

    /// <summary>The first of the closest candidates.</summary>
    /// <param name="said">What was typed.</param>
    /// <param name="candidates">What could have been meant, as it is written.</param>
    /// <returns>The candidate as given, or null when none is close.</returns>
    public static string? Find(string said, IEnumerable<string> candidates) => FindAll(said, candidates).FirstOrDefault();

    /// <summary>All candidates that are equally close: more than one means that the text is ambiguous.</summary>
    /// <inheritdoc cref="Find"/>
    /// <returns>The candidates as given, in their order; empty when none is close.</returns>
    public static ImmutableArray<string> FindAll(string said, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(said);
        ArgumentNullException.ThrowIfNull(candidates);
        if (said.Length > LongestWord)
            return [];
        var word = Normalise.ForCompare(said);
        if (word.Length is 0 or > LongestWord)
            return [];
        var ranked = candidates
            .Select(candidate => (Candidate: candidate, Rank: Rank(word, Normalise.ForCompare(candidate))))
            .Where(entry => entry.Rank is not null)
            .ToList();
        var best = ranked.Min(entry => entry.Rank);
        return [.. ranked.Where(entry => entry.Rank == best).Select(entry => entry.Candidate)];
    }

    private static int? Rank(string word, string candidate)
    {
        if (word == candidate)
            return 0;
        if (word.Length >= 2 && candidate.StartsWith(word, StringComparison.Ordinal))
            return 1;
        var allowed = Math.Min(word.Length, candidate.Length) switch { < 3 => 0, < 6 => 1, _ => 2 };
        if (candidate.Length > LongestWord || Math.Abs(word.Length - candidate.Length) > allowed)
            return null;
        var distance = Distance(word, candidate);
        return distance <= allowed ? distance + 1 : null;
    }

    private static int Distance(string a, string b)
    {
        var cost = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            cost[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            cost[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var substitute = cost[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(substitute, Math.Min(cost[i - 1, j], cost[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
            }
        }
        return cost[a.Length, b.Length];
    }
}
