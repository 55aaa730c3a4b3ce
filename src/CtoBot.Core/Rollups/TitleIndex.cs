namespace CtoBot.Core.Rollups;

/// <summary>
/// Finds for each of many titles an earlier one that resembles it. Only titles with a word in common are compared, and a word that
/// very many have makes no candidates; so it stays quick with thousands.
/// </summary>
/// <param name="titles">The titles, earliest first.</param>
internal sealed class TitleIndex(IReadOnlyList<Title> titles)
{
    private const int CommonWord = 64;
    private readonly Dictionary<string, List<int>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _first = new(StringComparer.Ordinal);

    /// <summary>For each title that has one, the earlier one that resembles it most, of equal ones the earliest.</summary>
    /// <param name="apart">Whether two titles, by index, may be proposed: those that are known to be the same may not.</param>
    public IEnumerable<(int Title, int Earlier, double Resemblance)> Pairs(Func<int, int, bool> apart)
    {
        for (var at = 0; at < titles.Count; at++)
        {
            // The same words again and again are common words: they are found as a whole.
            var whole = string.Join(' ', titles[at].Keys.Order(StringComparer.Ordinal));
            if (whole.Length > 0 && _first.TryGetValue(whole, out var twin) && apart(at, twin))
                yield return (at, twin, 1);
            else if (Best(at, apart) is { } best)
                yield return (at, best.Earlier, best.Resemblance);
            if (_first.TryAdd(whole, at))
                Add(at);
        }
    }

    private (int Earlier, double Resemblance)? Best(int at, Func<int, int, bool> apart)
    {
        var candidates = titles[at].Keys
            .SelectMany(key => _byKey.TryGetValue(key, out var holders) && holders.Count <= CommonWord ? holders : [])
            .ToHashSet();
        var (best, resemblance) = (-1, 0.0);
        var (nearest, share) = (-1, 0.0);
        foreach (var earlier in candidates)
        {
            if (!apart(at, earlier))
                continue;
            var exact = titles[at].Exact(titles[earlier]);
            if (exact.Resemblance > resemblance || (exact.Resemblance == resemblance && earlier < best))
                (best, resemblance) = (earlier, exact.Resemblance);
            if (exact.Share > share || (exact.Share == share && earlier < nearest))
                (nearest, share) = (earlier, exact.Share);
        }

        // Slips are dear to look for: only in the nearest, when no other is enough as it stands.
        if (resemblance < Title.Enough && share >= Title.Near)
            (best, resemblance) = (nearest, titles[at].Resemblance(titles[nearest]));
        return resemblance >= Title.Enough ? (best, resemblance) : null;
    }

    private void Add(int at)
    {
        foreach (var key in titles[at].Keys)
        {
            if (!_byKey.TryGetValue(key, out var holders))
                _byKey[key] = holders = [];
            holders.Add(at);
        }
    }
}
