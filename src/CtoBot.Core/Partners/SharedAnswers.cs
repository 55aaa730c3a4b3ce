using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>Between the answers of a person's dialog and those that two people share: what is kept with a line for its owner alone does not go along.</summary>
internal static class SharedAnswers
{
    /// <summary>The answers of a dialog, as they are shared.</summary>
    public static ImmutableDictionary<string, AnswerValue> Of(Draft draft) =>
        draft.Answers.ToImmutableDictionary(answer => answer.Key, answer => Plain(answer.Value.Value));

    /// <summary>
    /// Shared answers as those of a dialog that begins with them. Their revision is 0: nobody has given them there yet, so the card that
    /// shows them first is never out of date.
    /// </summary>
    public static ImmutableDictionary<string, Answer> Begin(ImmutableDictionary<string, AnswerValue> answers, Flow flow, Instant now)
    {
        var lines = 0;
        return answers.Where(answer => flow.Find(answer.Key) is not null).ToImmutableDictionary(answer => answer.Key, answer => new Answer(Identified(answer.Value), 0, now));

        AnswerValue Identified(AnswerValue value) => value is AnswerValue.Table table
            ? new AnswerValue.Table([.. table.Lines.Select(line => new Row(line.Cells.SetItem(RowCells.Id, Lines.IdOf(0, ++lines))))])
            : value;
    }

    private static AnswerValue Plain(AnswerValue value) => value is AnswerValue.Table table
        ? new AnswerValue.Table([.. table.Lines.Select(line => new Row(line.Cells.RemoveRange(RowCells.All)))])
        : value;
}
