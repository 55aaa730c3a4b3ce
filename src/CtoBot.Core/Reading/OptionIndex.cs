using System.Collections.Immutable;
using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>Finds the options that a text names; options are known by their place in the list, from 0.</summary>
/// <param name="options">The options in the order in which they are shown.</param>
/// <param name="words">The language's words.</param>
internal sealed class OptionIndex(ImmutableArray<ChoiceOption> options, Words words)
{
    private const int MostLabels = 12;

    private readonly ImmutableArray<ImmutableArray<string>> _forms =
        [.. options.Select(option => option.Aliases.Prepend(option.Label).Prepend(option.Value).Select(Bare).Distinct().ToImmutableArray())];

    /// <summary>The labels, for problems that list what can be chosen.</summary>
    internal string Labels => List(Enumerable.Range(0, options.Length));

    /// <summary>A text as options are compared: normalised, without punctuation around it.</summary>
    internal static string Bare(string text) => Normalise.ForCompare(text).Trim('.', ',', '!', '?', '"', ' ', ';', ':');

    /// <summary>The labels of some options, in their order; the first twelve of a long list.</summary>
    internal string List(IEnumerable<int> places)
    {
        var labels = places.Select(place => options[place].Label).Take(MostLabels + 1).ToList();
        return string.Join(", ", labels.Count > MostLabels ? labels.Take(MostLabels).Append("…") : labels);
    }

    /// <summary>All options the text may mean by the strictest rule that finds any: none, one, or several when it is ambiguous.</summary>
    /// <param name="said">A text in the form of <see cref="Bare"/>.</param>
    internal ImmutableArray<int> Find(string said)
    {
        if (said.Length == 0)
            return [];
        if (FindExact(said) is { IsEmpty: false } exact)
            return exact;
        var core = WithoutFillers(said);
        if (core != said && FindExact(core) is { IsEmpty: false } plain)
            return plain;
        if (Numeric(core) is not null)
            return [];
        if (Where(form => form.StartsWith(core, StringComparison.Ordinal)) is { IsEmpty: false } begun)
            return begun;
        var parts = core.Split(' ');
        if (core.Length >= 3 && Where(form => Array.TrueForAll(parts, form.Split(' ', '-', '/', '(', ')').Contains)) is { IsEmpty: false } named)
            return named;
        var close = ClosestMatch.FindAll(core, _forms.SelectMany(forms => forms).Distinct());
        return core.Length >= 3 ? Where(close.Contains) : [];
    }

    /// <summary>The option with exactly this name or, where names are not numbers, this number in the list.</summary>
    internal ImmutableArray<int> FindExact(string said)
    {
        if (Where(form => form == said) is { IsEmpty: false } named)
            return named;
        return Numeric(said) is { } number && number >= 1 && number <= options.Length && !NamesAreNumbers ? [number - 1] : [];
    }

    private bool NamesAreNumbers => options.Any(option => Normalise.ForCompare(option.Label).All(char.IsAsciiDigit));

    private ImmutableArray<int> Where(Func<string, bool> matches) =>
        [.. Enumerable.Range(0, options.Length).Where(place => _forms[place].Any(matches))];

    private int? Numeric(string said)
    {
        var core = said.TrimEnd(')').TrimStart('(', '#');
        foreach (var word in words.Numbered)
            if (core.StartsWith(word + " ", StringComparison.Ordinal))
                core = core[(word.Length + 1)..];
        if (words.Ordinals.TryGetValue(core, out var number) || words.Numbers.TryGetValue(core, out number))
            return number;
        foreach (var suffix in words.OrdinalSuffixes)
            if (core.EndsWith(suffix, StringComparison.Ordinal) && core.Length > suffix.Length && char.IsAsciiDigit(core[^(suffix.Length + 1)]))
                core = core[..^suffix.Length];
        return int.TryParse(core, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    private string WithoutFillers(string said)
    {
        var parts = said.Split(' ').ToList();
        while (parts.Count > 1 && IsFiller(parts[0]))
            parts.RemoveAt(0);
        while (parts.Count > 1 && IsFiller(parts[^1]))
            parts.RemoveAt(parts.Count - 1);
        return string.Join(' ', parts).TrimEnd(',');
    }

    private bool IsFiller(string word) => words.Fillers.Contains(word.TrimEnd(',')) || words.Articles.Contains(word);
}
