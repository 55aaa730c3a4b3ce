using System.Collections.Immutable;
using CtoBot.Core.Flows;

namespace CtoBot.Core.State;

/// <summary>The few ways in which a person's state changes. Each can be undone.</summary>
internal static class Changes
{
    /// <summary>Changes a step.</summary>
    /// <param name="state">The state.</param>
    /// <param name="key">The step's key.</param>
    /// <param name="label">See <see cref="UndoEntry.Label"/>.</param>
    /// <param name="subject">See <see cref="UndoEntry.Subject"/>.</param>
    /// <param name="change">What becomes of it; an untouched step comes with revision 0.</param>
    public static PersonState ChangeStep(this PersonState state, string key, string label, string subject, Func<StepState, StepState> change)
    {
        var before = state.Steps.GetValueOrDefault(key);
        var after = change(before ?? new StepState(0));
        if (after == (before ?? new StepState(0)))
            return state;
        var revision = state.Revision + 1;
        return (state with { Revision = revision, Steps = state.Steps.SetItem(key, after with { Revision = revision }) })
            .Remember(new UndoEntry(label, subject, ImmutableDictionary<string, StepState?>.Empty.Add(key, before), []));
    }

    /// <summary>Puts a dialog into the state as it is; nothing to undo.</summary>
    public static PersonState Put(this PersonState state, Draft draft) =>
        state with { Drafts = state.Drafts.SetItem(draft.Id, draft) };

    /// <summary>Removes a dialog that has done its work; nothing to undo.</summary>
    public static PersonState Drop(this PersonState state, Draft draft) => state with
    {
        Drafts = state.Drafts.Remove(draft.Id),
        Focus = state.Focus == draft.Id ? null : state.Focus,
    };

    /// <summary>Removes a dialog because the person cancelled it.</summary>
    public static PersonState Cancel(this PersonState state, Draft draft, string title) =>
        (state.Drop(draft) with { Revision = state.Revision + 1 }).Remember(new UndoEntry(
            "undo.cancel",
            title,
            ImmutableDictionary<string, StepState?>.Empty,
            [Before(draft, draft.Answers.Keys)]));

    /// <summary>The dialog with its answers as they are, to be restored by <see cref="TakeBack"/>.</summary>
    public static DraftBefore Before(Draft draft, IEnumerable<string> questions) => new(
        draft.Flow,
        draft.Subject,
        draft.StartedAt,
        draft.Status,
        questions.ToImmutableDictionary(question => question, question => draft.Answers.GetValueOrDefault(question)),
        draft.Filed);

    /// <summary>What undoes the making of a dialog.</summary>
    public static DraftBefore NotThere(Draft made) => new(made.Flow, made.Subject, made.StartedAt, Status: null, ImmutableDictionary<string, Answer?>.Empty);

    /// <summary>Remembers how to take a change back. The oldest changes are forgotten where there is no room for all; the latest stays.</summary>
    public static PersonState Remember(this PersonState state, UndoEntry entry)
    {
        var undo = state.Undo.Add(entry);
        var lengths = undo.Select(UndoLength.Of).ToArray();
        var length = lengths.Sum();
        var dropped = 0;
        while (undo.Count - dropped > PersonState.MaxUndo || (length > PersonState.MaxUndoLength && dropped < undo.Count - 1))
            length -= lengths[dropped++];
        return state with { Undo = undo.RemoveRange(0, dropped) };
    }

    /// <summary>Takes the latest change back. What is restored gets a new revision, so that cards sent before do not fit it.</summary>
    public static PersonState TakeBack(this PersonState state, UndoEntry entry)
    {
        var revision = state.Revision + 1;
        state = state with { Revision = revision, Undo = state.Undo.Remove(entry) };
        foreach (var (key, before) in entry.Steps)
        {
            state = state with
            {
                Steps = before is null ? state.Steps.Remove(key) : state.Steps.SetItem(key, before with { Revision = revision }),
            };
        }

        var restored = entry.Drafts.Aggregate(state, (current, before) => Restore(current, before, revision));
        return entry.Beside ? restored with { Focus = state.Focus } : restored;
    }

    /// <summary>Gives the entries of customers and visits back what they were.</summary>
    public static PersonState TakeBackIndexes(this PersonState state, UndoEntry entry) => state with
    {
        Customers = Restore(state.Customers, entry.Customers),
        Visits = Restore(state.Visits, entry.Visits),
    };

    private static ImmutableDictionary<string, T> Restore<T>(ImmutableDictionary<string, T> entries, ImmutableDictionary<string, T?>? before) where T : class =>
        (before ?? ImmutableDictionary<string, T?>.Empty).Aggregate(entries, (current, entry) => entry.Value is { } value ? current.SetItem(entry.Key, value) : current.Remove(entry.Key));

    private static PersonState Restore(PersonState state, DraftBefore before, long revision)
    {
        var empty = new Draft(
            before.Flow, before.Subject, before.StartedAt, ImmutableDictionary<string, Answer>.Empty, Filed: before.Filed, Earlier: before.Earlier, Form: state.PrefersForm);
        var draft = state.Drafts.GetValueOrDefault(empty.Id) ?? empty;
        foreach (var (question, answer) in before.Answers)
        {
            draft = draft with
            {
                Answers = answer is null
                    ? draft.Answers.Remove(question)
                    : draft.Answers.SetItem(question, answer with { Revision = revision }),
                // What took its place is gone again: it was never replaced.
                Earlier = answer is null || draft.Earlier.IsDefault ? draft.Earlier : draft.Earlier.RemoveAll(earlier => earlier.Question == question && earlier.Answer.Revision == answer.Revision),
            };
        }

        return state.Put(draft with { Status = before.Status ?? DraftStatus.Open }) with { Focus = draft.Id };
    }
}
