using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.State;

namespace CtoBot.Core.Findings;

/// <summary>Another value for a reserved cell (<see cref="RowCells"/>) of a line of a table.</summary>
/// <param name="Flow">The flow of the dialog that has the table.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Question">The question that the table answers.</param>
/// <param name="Line">The line's id, or its number from 1 if it never got one.</param>
/// <param name="Cell">The cell's key.</param>
/// <param name="Value">What it holds now; null for nothing.</param>
internal sealed record LineChange(string Flow, string Subject, string Question, string Line, string Cell, string? Value)
{
    /// <summary>Makes changes as one, which can be undone as one.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="changes">The changes. One of a line that is not there changes nothing.</param>
    /// <param name="label">See <see cref="UndoEntry.Label"/>.</param>
    /// <param name="subject">See <see cref="UndoEntry.Subject"/>.</param>
    public static PersonState Make(Scene scene, PersonState state, IEnumerable<LineChange> changes, string label, string subject)
    {
        var answers =
            from change in changes
            group change by (change.Flow, change.Subject, change.Question) into table
            let draft = scene.Records.Find(state, table.Key.Flow, table.Key.Subject)
            where draft?.Value<AnswerValue.Table>(table.Key.Question) is { Lines.IsDefault: false }
            let lines = draft.Value<AnswerValue.Table>(table.Key.Question)!.Lines
            select new AnswerChange(draft, table.Key.Question, new AnswerValue.Table(table.Aggregate(lines, Apply)));
        return state.ChangeAnswers([.. answers], scene, label, subject);
    }

    private static ImmutableArray<Row> Apply(ImmutableArray<Row> lines, LineChange change)
    {
        var at = IndexOf(lines, change.Line);
        if (at < 0)
            return lines;
        var cells = lines[at].Cells;
        return lines.SetItem(at, new Row(change.Value is { } value ? cells.SetItem(change.Cell, value) : cells.Remove(change.Cell)));
    }

    private static int IndexOf(ImmutableArray<Row> lines, string line)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            if ((lines[at].Cells.GetValueOrDefault(RowCells.Id) ?? (at + 1).ToString(CultureInfo.InvariantCulture)) == line)
                return at;
        }

        return -1;
    }
}
