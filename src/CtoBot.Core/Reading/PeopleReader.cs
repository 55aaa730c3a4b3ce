using System.Collections.Immutable;
using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>Reads the people somebody names.</summary>
public static class PeopleReader
{
    private const int MostItems = 1000;

    /// <summary>
    /// Reads names separated by commas, semicolons, lines or “and”, each with an e-mail address in angle brackets if one is known,
    /// and the object ids that a people picker sends.
    /// </summary>
    /// <param name="text">What was typed, or the value of a card's people picker.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="min">How many must be named at least; with 0 also “none” is an answer.</param>
    /// <param name="max">How many may be named at most.</param>
    /// <param name="known">People by their Entra object id, to give picked ids a name; an unknown id is its own name.</param>
    /// <returns>The people in the order given, each once, names spelled as typed; or the first item that is no name.</returns>
    /// <remarks>“Lee, Ann” is one person only where semicolons or lines separate the people.</remarks>
    public static Reading<ImmutableArray<Person>> Read(
        string text, Words words, int min = 1, int max = 50, ImmutableDictionary<string, Person>? known = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        if (min == 0 && words.None.Contains(OptionIndex.Bare(text)))
            return ImmutableArray<Person>.Empty;
        var people = new List<Person>();
        foreach (var item in Items(text, words))
        {
            var reading = PersonItem.Read(item, known);
            if (!reading.TryGet(out var person, out var problem))
                return problem;
            if (!people.Exists(other => Same(other, person)))
                people.Add(person);
            if (people.Count > max)
                return Problem.Of("people.many", ("max", max.ToString(CultureInfo.InvariantCulture)));
        }
        if (people.Count < min)
            return Problem.Of("people.few", ("min", min.ToString(CultureInfo.InvariantCulture)));
        return people.ToImmutableArray();
    }

    private static IEnumerable<string> Items(string text, Words words)
    {
        var lines = text.Split(['\n', '\r', ';', '；', '؛', '\v', '\f', '\u2028', '\u2029', '\u0085'], MostItems, StringSplitOptions.RemoveEmptyEntries);
        foreach (var line in lines.Select(PersonItem.WithoutBullet).Where(line => line.Length > 0))
        {
            if (lines.Length > 1 && IsSurnameFirst(line))
                yield return line;
            else
                foreach (var item in line.Split([',', '、', '，', '،', '\t'], MostItems).SelectMany(item => SplitAtAnds(item, words)))
                    yield return item;
        }
    }

    // “Lee, Ann <ann@example.com>”, as mail programs write it.
    private static bool IsSurnameFirst(string line) =>
        line.Count(letter => letter == ',') == 1 && line.Count(letter => letter == '<') == 1 && line.EndsWith('>') && line.IndexOf(',') < line.IndexOf('<');

    private static IEnumerable<string> SplitAtAnds(string item, Words words)
    {
        var part = new List<string>();
        foreach (var word in item.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!words.And.Contains(Normalise.ForCompare(word)))
            {
                part.Add(word);
                continue;
            }
            if (part.Count > 0)
                yield return string.Join(' ', part);
            part.Clear();
        }
        if (part.Count > 0)
            yield return string.Join(' ', part);
    }

    private static bool Same(Person a, Person b) =>
        a.AadObjectId == b.AadObjectId
        && Normalise.ForCompare(a.Name) == Normalise.ForCompare(b.Name)
        && string.Equals(a.Email, b.Email, StringComparison.OrdinalIgnoreCase);
}
