using System.Collections.Immutable;
using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>Reads which of several options were chosen.</summary>
public static class ChoicesReader
{
    /// <summary>
    /// Reads a list such as “1, 3”, “sales and support”, “1-3”, “Mon-Fri”, “all”, “all except Friday”, “none”; each item as <see cref="ChoiceReader"/> does.
    /// </summary>
    /// <param name="text">What was typed, or the comma-separated values of a card's choice input.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="options">The options in the order in which they are shown.</param>
    /// <param name="min">How many must be chosen at least.</param>
    /// <param name="max">How many may be chosen at most.</param>
    /// <returns>The values in the order of the options, each once; a problem names the first item that does not fit.</returns>
    public static Reading<ImmutableArray<string>> Read(
        string text, Words words, ImmutableArray<ChoiceOption> options, int min = 0, int max = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        var index = new OptionIndex(options, words);
        var list = new ChoiceList(index, words, options.Length);
        if (text.Length > Normalise.MaxLength || !list.TryRead(text))
            return list.Candidates is [_, _, ..]
                ? Problem.Of("choices.ambiguous", ("said", Problem.Said(list.Failed ?? text)), ("options", index.List(list.Candidates)))
                : Problem.Of("choices.unknown", ("said", Problem.Said(list.Failed ?? text)), ("options", index.Labels));
        if (list.Chosen.Count < min)
            return Problem.Of("choices.few", ("min", min.ToString(CultureInfo.InvariantCulture)));
        if (list.Chosen.Count > max)
            return Problem.Of("choices.many", ("max", max.ToString(CultureInfo.InvariantCulture)));
        return list.Chosen.Select(place => options[place].Value).ToImmutableArray();
    }
}
