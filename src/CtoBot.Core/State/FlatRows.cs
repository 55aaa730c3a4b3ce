using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Plan;

namespace CtoBot.Core.State;

/// <summary>A row beside the state document, with plain columns that a person reads in a storage explorer or a spreadsheet.</summary>
/// <param name="Key">The row key.</param>
/// <param name="Columns">
/// A value is a <see cref="string"/>, <see cref="bool"/>, <see cref="long"/>, <see cref="double"/> or <see cref="NodaTime.Instant"/>; null for a row that is no more.
/// </param>
public sealed record FlatRow(string Key, ImmutableDictionary<string, object>? Columns);

/// <summary>The rows beside the state document that a turn changes: answers, steps, and dialogs that are filed.</summary>
public static class FlatRows
{
    /// <summary>The column that only the rows of a table's lines have.</summary>
    public const string LineId = "lineId";

    /// <summary>The changes from a state to that of a turn.</summary>
    public static IEnumerable<FlatRow> Changes(Turn turn, PersonState before)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(before);
        var after = turn.State;
        return ReferenceEquals(before.Drafts, after.Drafts) && ReferenceEquals(before.Steps, after.Steps) && ReferenceEquals(before.Pairs, after.Pairs) && turn.Filed.IsEmpty
            ? []
            : [.. AnswerRows.Changes(turn, before), .. Steps(after, before, turn.Content.Plan), .. RecordRows.Changes(turn), .. Pairs(before, after)];
    }

    /// <summary>What the key of the row of each partnership begins with: by it an erasure finds the partnerships even when the document is gone.</summary>
    public const string PairPrefix = "pair|";

    private static IEnumerable<FlatRow> Pairs(PersonState before, PersonState after)
    {
        var (old, now) = (before.Pairs?.Ids ?? [], after.Pairs?.Ids ?? []);
        return now.Except(old).Select(id => new FlatRow(PairPrefix + id, ImmutableDictionary<string, object>.Empty.Add("pair", id)))
            .Concat(old.Except(now).Select(id => new FlatRow(PairPrefix + id, null)));
    }

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
