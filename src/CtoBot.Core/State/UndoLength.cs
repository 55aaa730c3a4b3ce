using CtoBot.Core.Flows;

namespace CtoBot.Core.State;

/// <summary>How much of a person's words a change that can be taken back holds.</summary>
internal static class UndoLength
{
    /// <summary>The characters, about; what a person did not write counts nothing.</summary>
    public static int Of(UndoEntry entry) =>
        entry.Subject.Length
        + entry.Steps.Values.Sum(step => (step?.Note?.Length ?? 0) + (step?.Reason?.Length ?? 0) + (step?.OutOfOrder?.Length ?? 0))
        + entry.Drafts.Sum(draft => draft.Answers.Values.Sum(answer => Of(answer?.Value)) + (draft.Earlier.IsDefault ? 0 : draft.Earlier.Sum(earlier => Of(earlier.Answer.Value))));

    /// <summary>The characters of an answer, about.</summary>
    public static int Of(AnswerValue? value) => value switch
    {
        AnswerValue.Text text => text.Words.Length,
        AnswerValue.Table table => Lines.Length(table.Lines),
        AnswerValue.People people => people.Persons.Sum(person => person.ToString().Length),
        _ => 0,
    };
}
