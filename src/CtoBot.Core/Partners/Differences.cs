using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Partners;

/// <summary>Two answers to one of the five questions, held against each other.</summary>
internal static class Differences
{
    /// <summary>The questions of a flow that one of the two answered, and whether both say the same.</summary>
    public static ImmutableArray<(Question Question, AnswerValue? First, AnswerValue? Second, bool Differs)> Of(
        Flow flow,
        ImmutableDictionary<string, AnswerValue>? first,
        ImmutableDictionary<string, AnswerValue>? second) =>
    [
        .. from question in flow.Questions
           let one = Given(first, question)
           let other = Given(second, question)
           where one is not null || other is not null
           select (question, one, other, one is null ? other is not null : !one.SameAs(other)),
    ];

    /// <summary>
    /// With what the two begin when they settle it: what both said, and the rows and the words of either. Where they chose differently
    /// nothing stands: that is what they have to talk about.
    /// </summary>
    public static ImmutableDictionary<string, AnswerValue> Merged(
        Flow flow,
        ImmutableDictionary<string, AnswerValue> first,
        ImmutableDictionary<string, AnswerValue> second)
    {
        var merged = ImmutableDictionary.CreateBuilder<string, AnswerValue>(StringComparer.Ordinal);
        foreach (var (question, one, other, differs) in Of(flow, first, second))
        {
            if ((differs ? Both(one, other) : one) is { } value)
                merged[question.Id] = value;
        }

        return merged.ToImmutable();
    }

    private static AnswerValue? Both(AnswerValue? one, AnswerValue? other) => (one, other) switch
    {
        (null, _) => other,
        (_, null) => one,
        (AnswerValue.Table a, AnswerValue.Table b) => new AnswerValue.Table([.. a.Lines.Union<Row>(b.Lines)]),
        (AnswerValue.Text a, AnswerValue.Text b) => new AnswerValue.Text($"{a.Words}\n{b.Words}"),
        _ => null,
    };

    private static AnswerValue? Given(ImmutableDictionary<string, AnswerValue>? answers, Question question) =>
        answers?.GetValueOrDefault(question.Id) is { } value and not AnswerValue.Skipped ? value : null;
}
