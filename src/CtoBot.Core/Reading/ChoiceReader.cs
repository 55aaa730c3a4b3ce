using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Reads which one of several options was chosen.</summary>
public static class ChoiceReader
{
    private const int LongestText = 200;

    /// <summary>Reads an option's value, label, alias or number in the list, its beginning, words of it, or a near spelling.</summary>
    /// <param name="text">What was typed, or the value of a card's choice input.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="options">The options in the order in which they are shown.</param>
    /// <returns>The option's value; a problem that lists the options when none or several fit.</returns>
    public static Reading<string> Read(string text, Words words, ImmutableArray<ChoiceOption> options)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        var index = new OptionIndex(options, words);
        var found = text.Length > LongestText ? [] : index.Find(OptionIndex.Bare(text));
        return found switch
        {
            [var place] => options[place].Value,
            [] => Problem.Of("choice.unknown", ("said", Problem.Said(text)), ("options", index.Labels)),
            _ => Problem.Of("choice.ambiguous", ("said", Problem.Said(text)), ("options", index.List(found))),
        };
    }
}
