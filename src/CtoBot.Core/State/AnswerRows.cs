using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;

namespace CtoBot.Core.State;

/// <summary>
/// The flat rows of answers: one an answer, one a line of a table, or one for the whole dialog, as the content says
/// (<see cref="Flow.Row"/>, <see cref="Question.Row"/>).
/// </summary>
internal static class AnswerRows
{
    private const int LongestColumn = 20_000;

    /// <summary>The rows of every dialog that a turn touched.</summary>
    public static IEnumerable<FlatRow> Changes(Turn turn, PersonState before)
    {
        foreach (var id in before.Drafts.Keys.Union(turn.State.Drafts.Keys).Union(turn.Filed.Keys))
        {
            var old = before.Drafts.GetValueOrDefault(id) ?? turn.Loaded?.GetValueOrDefault(id);
            var now = turn.State.Drafts.GetValueOrDefault(id) ?? turn.Filed.GetValueOrDefault(id);
            if ((now ?? old) is not { } draft || ReferenceEquals(old, now))
                continue;
            var flow = turn.Content.Flows.GetValueOrDefault(draft.Flow);
            if (flow is { Keep: false })
                continue;
            var rows = flow?.Row is { } kind ? Whole(turn, flow, kind, old, now) : Answers(turn, before.Revision, flow, old, now);
            foreach (var row in rows)
                yield return row;
        }
    }

    /// <summary>One row for the dialog, with a column a question.</summary>
    private static IEnumerable<FlatRow> Whole(Turn turn, Flow flow, string kind, Draft? old, Draft? now)
    {
        var key = $"{kind}|{(now ?? old)!.Subject}";
        if (now is null || now.Answers.IsEmpty)
        {
            yield return new FlatRow(key, null);
            yield break;
        }

        if (ReferenceEquals(now.Answers, old?.Answers))
            yield break;
        var columns = new PlainColumns().With("subject", now.Subject).With("revision", now.Answers.Values.Max(answer => answer.Revision));
        foreach (var question in flow.Questions)
        {
            if (now.Answers.GetValueOrDefault(question.Id) is { Value: not AnswerValue.Skipped } answer)
                columns.Add(turn.Texts, question, answer.Value);
        }

        yield return new FlatRow(key, columns.Columns);
    }

    private static IEnumerable<FlatRow> Answers(Turn turn, long before, Flow? flow, Draft? old, Draft? now)
    {
        foreach (var question in (old?.Answers.Keys ?? []).Union(now?.Answers.Keys ?? []))
        {
            var answer = now?.Answers.GetValueOrDefault(question);
            var replaced = old?.Answers.GetValueOrDefault(question);
            // What was answered in an earlier turn was written then, wherever the dialog was.
            if (answer is not null && (answer.Revision <= before || answer.Revision == replaced?.Revision))
                continue;
            var asked = flow?.Find(question);
            yield return new FlatRow(
                $"answer|{(now ?? old)!.Flow}|{(now ?? old)!.Subject}|{question}",
                answer is null ? null : Columns(turn, now!, asked, question, answer));
            if (asked?.Row is not { } kind)
                continue;
            foreach (var line in Lines(turn, kind, (now ?? old)!, asked, replaced?.Value as AnswerValue.Table, answer?.Value as AnswerValue.Table))
                yield return line;
        }
    }

    private static ImmutableDictionary<string, object> Columns(Turn turn, Draft draft, Question? asked, string question, Answer answer)
    {
        var columns = ImmutableDictionary<string, object>.Empty
            .Add("flow", draft.Flow)
            .Add("subject", draft.Subject)
            .Add("question", question)
            .Add("asked", asked?.Ask ?? question)
            .Add("answer", asked is null ? "" : Brief(AnswerText.Show(turn.Texts, answer.Value, asked, asked.Options)))
            .Add("skipped", answer.Value is AnswerValue.Skipped)
            .Add("when", answer.At)
            .Add("revision", answer.Revision);
        return answer.Value switch
        {
            AnswerValue.Number number => columns.Add("number", (double)number.Value),
            AnswerValue.Scale scale => columns.Add("number", (double)scale.Point),
            AnswerValue.Amount amount => columns.Add("number", (double)amount.Value.Amount).Add("currency", amount.Value.Currency),
            AnswerValue.Date date => columns.Add("date", date.Day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)),
            _ => columns,
        };
    }

    /// <summary>What every store can hold in a column. Only a table can be longer: all of it is kept with the dialog.</summary>
    private static string Brief(string text) =>
        text.Length <= LongestColumn ? text : text[..(char.IsHighSurrogate(text[LongestColumn - 2]) ? LongestColumn - 2 : LongestColumn - 1)] + "…";

    /// <summary>The lines of a table that are new or other than before, and those that are gone.</summary>
    private static IEnumerable<FlatRow> Lines(Turn turn, string kind, Draft draft, Question asked, AnswerValue.Table? old, AnswerValue.Table? now)
    {
        var subject = draft.Subject;
        var before = ById(old);
        var after = ById(now);
        foreach (var id in before.Keys.Where(id => !after.ContainsKey(id)))
            yield return new FlatRow($"{kind}|{subject}|{id}", null);
        foreach (var (id, line) in after)
        {
            if (line.Equals(before.GetValueOrDefault(id)))
                continue;
            var columns = new PlainColumns().With("flow", draft.Flow).With("subject", subject).With(FlatRows.LineId, id).With("revision", turn.State.Revision);
            columns.Add(asked.Columns, line);
            yield return new FlatRow($"{kind}|{subject}|{id}", columns.Columns);
        }
    }

    private static Dictionary<string, Row> ById(AnswerValue.Table? table)
    {
        var lines = new Dictionary<string, Row>(StringComparer.Ordinal);
        foreach (var line in table?.Lines ?? [])
        {
            if (line.Cells.GetValueOrDefault(RowCells.Id) is { } id)
                lines[id] = line;
        }

        return lines;
    }
}
