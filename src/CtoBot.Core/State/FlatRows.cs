using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;

namespace CtoBot.Core.State;

/// <summary>A row beside the state document, with plain columns that a person reads in a storage explorer or a spreadsheet.</summary>
/// <param name="Key">The row key.</param>
/// <param name="Columns">
/// A value is a <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or <see cref="NodaTime.Instant"/>; null for a row that is no more.
/// </param>
public sealed record FlatRow(string Key, ImmutableDictionary<string, object>? Columns);

/// <summary>The flat rows that a turn changes: one for every answer and every step that was touched.</summary>
public static class FlatRows
{
    private const int LongestColumn = 20_000;

    /// <summary>The changes from a state to that of a turn.</summary>
    public static IEnumerable<FlatRow> Changes(Turn turn, PersonState before)
    {
        var after = turn.State;
        var content = turn.Content;
        return ReferenceEquals(before.Drafts, after.Drafts) && ReferenceEquals(before.Steps, after.Steps)
            ? []
            : [.. Answers(turn, before), .. Steps(after, before, content.Plan)];
    }

    private static IEnumerable<FlatRow> Answers(Turn turn, PersonState before)
    {
        foreach (var id in before.Drafts.Keys.Union(turn.State.Drafts.Keys))
        {
            var old = before.Drafts.GetValueOrDefault(id);
            var now = turn.State.Drafts.GetValueOrDefault(id);
            var flow = turn.Content.Flows.GetValueOrDefault((now ?? old)!.Flow);
            if (ReferenceEquals(old, now) || flow is { Keep: false })
                continue;
            foreach (var question in (old?.Answers.Keys ?? []).Union(now?.Answers.Keys ?? []))
            {
                var answer = now?.Answers.GetValueOrDefault(question);
                if (answer is null)
                    yield return new FlatRow(AnswerKey(old!, question), null);
                else if (answer.Revision != old?.Answers.GetValueOrDefault(question)?.Revision)
                    yield return new FlatRow(AnswerKey(now!, question), Columns(turn, now!, flow?.Find(question), question, answer));
            }
        }
    }

    private static string AnswerKey(Draft draft, string question) => $"answer|{draft.Flow}|{draft.Subject}|{question}";

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

    /// <summary>What every store can hold in a column. Only a table can be longer: all of it is in the state.</summary>
    private static string Brief(string text) =>
        text.Length <= LongestColumn ? text : WellFormed.Of(text[..(LongestColumn - 1)]).TrimEnd('\uFFFD') + "…";

    private static IEnumerable<FlatRow> Steps(PersonState after, PersonState before, PlanContent plan)
    {
        foreach (var key in before.Steps.Keys.Union(after.Steps.Keys))
        {
            var now = after.Steps.GetValueOrDefault(key);
            if (now is null)
                yield return new FlatRow(StepKey(key), null);
            else if (now.Revision != before.Steps.GetValueOrDefault(key)?.Revision)
                yield return new FlatRow(StepKey(key), Columns(key, now, plan));
        }
    }

    private static string StepKey(string key) => $"step|{key}";

    private static ImmutableDictionary<string, object> Columns(string key, StepState step, PlanContent plan)
    {
        var id = key.Split('@')[0];
        var columns = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        columns["step"] = key;
        columns["title"] = plan.Phases.SelectMany(phase => phase.Steps).FirstOrDefault(candidate => candidate.Id == id)?.Title ?? key;
        columns["status"] = step.DoneAt is not null ? "done" : step.SkippedAt is not null ? "skipped" : "open";
        columns["revision"] = step.Revision;
        Set("when", step.DoneAt ?? step.SkippedAt);
        Set("reason", step.Reason);
        Set("outOfOrder", step.OutOfOrder);
        Set("movedTo", step.MovedTo?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        Set("note", step.Note);
        return columns.ToImmutable();

        void Set(string name, object? value)
        {
            if (value is not null)
                columns[name] = value;
        }
    }
}
