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
    private readonly int[] _shared = new int[titles.Count];
    private readonly int[] _weight = new int[titles.Count];

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
        var touched = new List<int>();
        foreach (var key in titles[at].Keys)
        {
            if (!_byKey.TryGetValue(key, out var holders) || holders.Count > CommonWord)
                continue;
            foreach (var earlier in holders)
            {
                if (_shared[earlier]++ == 0)
                    touched.Add(earlier);
                _weight[earlier] += key.Length;
            }
        }

        (int Earlier, double Resemblance)? best = null;
        foreach (var earlier in touched.Order())
        {
            // Common words were left out of the count; the few that come near are counted in full.
            var resemblance = 2.5 * _weight[earlier] >= Title.Enough * titles[at].Weight && apart(at, earlier)
                ? Title.Resemblance(titles[at], titles[earlier])
                : 0;
            _shared[earlier] = _weight[earlier] = 0;
            if (resemblance >= Title.Enough && resemblance > (best?.Resemblance ?? 0))
                best = (earlier, resemblance);
        }

        return best;
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
