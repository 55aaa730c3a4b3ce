using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Content;

/// <summary>Options are known by their names in the fallback language besides their own.</summary>
internal static class FallbackNames
{
    /// <summary>The dialog, whose options are understood by the names of <paramref name="other"/> too, where these mean nothing else in the question.</summary>
    public static Flow And(this Flow flow, Flow? other) => other is null ? flow : flow with
    {
        Pages = [.. flow.Pages.Select(page => page with { Questions = [.. page.Questions.Select(question => And(question, other.Find(question.Id)))] })],
    };

    private static Question And(Question question, Question? other) => other is null ? question : question with
    {
        Options = And(question.Options, other.Options),
        Columns = [.. question.Columns.Select(column => other.Columns.FirstOrDefault(same => same.Key == column.Key) is { } same ? column with { Options = And(column.Options, same.Options) } : column)],
    };

    private static ImmutableArray<ChoiceOption> And(ImmutableArray<ChoiceOption> options, ImmutableArray<ChoiceOption> others)
    {
        var taken = options.SelectMany(Names).Select(OptionIndex.Bare).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. options.Select(option => others.FirstOrDefault(same => same.Value == option.Value) is { } same
                ? option with { Aliases = [.. option.Aliases, .. Names(same).Where(name => taken.Add(OptionIndex.Bare(name)))] }
                : option),
        ];
    }

    private static IEnumerable<string> Names(ChoiceOption option) => option.Aliases.Prepend(option.Label).Prepend(option.Value);
}
