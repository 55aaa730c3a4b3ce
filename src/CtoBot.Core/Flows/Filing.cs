using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows;

/// <summary>Files dialogs that have ended, and changes what is filed.</summary>
internal static class Filing
{
    /// <summary>Takes a dialog out of the state and files it.</summary>
    public static PersonState File(this PersonState state, Draft draft)
    {
        var filed = draft with { Status = DraftStatus.Done, Asked = null, Filed = true };
        state = state.Drop(draft) with { Filing = state.Filing.SetItem(draft.Id, filed) };
        return PromiseIndex.Filed(FlowRules.For(draft.Flow).Index(state, draft), draft);
    }

    /// <summary>Removes a dialog, filed or open, for good.</summary>
    public static PersonState Unfile(this PersonState state, Draft draft)
    {
        state = state.Drop(draft);
        return draft.Filed
            ? PromiseIndex.Unfiled(FlowRules.For(draft.Flow).Unindex(state with { Filing = state.Filing.SetItem(draft.Id, null) }, draft.Subject), draft)
            : state;
    }

    /// <summary>Gives one answer of a filed dialog another value, wherever the dialog is; can be undone.</summary>
    /// <param name="state">The state.</param>
    /// <param name="draft">The dialog as it is now.</param>
    /// <param name="question">The question's id.</param>
    /// <param name="value">What it is answered with now.</param>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="label">See <see cref="UndoEntry.Label"/>.</param>
    /// <param name="subject">See <see cref="UndoEntry.Subject"/>.</param>
    public static PersonState ChangeAnswer(this PersonState state, Draft draft, string question, AnswerValue value, Scene scene, string label, string subject) =>
        state.ChangeAnswers([new AnswerChange(draft, question, value)], scene, label, subject);

    /// <summary>Gives answers of filed dialogs other values, at most one a dialog; they are undone together.</summary>
    public static PersonState ChangeAnswers(this PersonState state, ImmutableArray<AnswerChange> changes, Scene scene, string label, string subject)
    {
        ImmutableArray<AnswerChange> real = [.. changes.Where(change => !change.Value.SameAs(change.Draft.Answers.GetValueOrDefault(change.Question)?.Value))];
        if (real.IsEmpty)
            return state;
        var revision = state.Revision + 1;
        state = state with { Revision = revision };
        foreach (var (draft, question, value) in real)
        {
            var changed = draft with { Answers = draft.Answers.SetItem(question, new Answer(value, revision, scene.Now)) };
            state = draft.Filed && !state.Drafts.ContainsKey(draft.Id) ? state.File(changed) : state.Put(changed);
        }

        return state.Remember(new UndoEntry(
            label,
            subject,
            ImmutableDictionary<string, StepState?>.Empty,
            [.. real.Select(change => Changes.Before(change.Draft, [change.Question]))],
            Beside: true));
    }

    /// <summary>Takes the latest change back, in the state and in what is filed.</summary>
    public static PersonState TakeBack(this PersonState state, UndoEntry entry, Scene scene)
    {
        // What is filed comes back into the state first, so that the change is taken back where it was made.
        var present = entry.Drafts
            .Where(before => scene.Content.Flows.GetValueOrDefault(before.Flow) is { File: true })
            .ToDictionary(before => before, before => (Draft: scene.Records.Find(state, before.Flow, before.Subject), IsOpen: state.Drafts.ContainsKey(Draft.IdOf(before.Flow, before.Subject))));
        state = present.Values.Aggregate(state, (current, dialog) => dialog.Draft is { } draft ? current.Put(draft) : current).TakeBack(entry);
        foreach (var (before, dialog) in present)
        {
            var draft = state.Drafts[Draft.IdOf(before.Flow, before.Subject)];
            state = before.Status is null ? state.Unfile(draft)
                : entry.Beside && dialog.Draft is { } now ? dialog.IsOpen ? state.Put(draft with { Status = now.Status }) : state.File(draft)
                : before.Status is DraftStatus.Done ? state.File(draft)
                : before.Filed ? FlowRules.For(draft.Flow).Index(state, draft)
                : state.Reopen(draft);
        }

        return state.TakeBackIndexes(entry);
    }

    /// <summary>Makes a dialog one that was never filed: the change that is taken back had ended it.</summary>
    private static PersonState Reopen(this PersonState state, Draft draft)
    {
        var focus = state.Focus;
        return state.Unfile(draft).Put(draft with { Filed = false, Earlier = default }) with { Focus = focus };
    }
}

/// <summary>Another value for an answer.</summary>
/// <param name="Draft">The dialog as it is now.</param>
/// <param name="Question">The question's id.</param>
/// <param name="Value">What it is answered with now.</param>
internal readonly record struct AnswerChange(Draft Draft, string Question, AnswerValue Value);
