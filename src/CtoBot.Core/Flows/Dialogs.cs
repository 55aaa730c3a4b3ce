using System.Collections.Immutable;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows;

/// <summary>What a person does with dialogs: opens, answers, goes back, skips, puts aside, cancels, edits.</summary>
internal static class Dialogs
{
    /// <summary>The dialog that typed words belong to, if it still asks.</summary>
    public static DialogContext? Focused(Scene scene, PersonState state) =>
        state.Focus is { } id
        && state.Drafts.GetValueOrDefault(id) is { } draft
        && (draft.Status == DraftStatus.Open || draft.Asked is not null)
        && scene.Content.Flows.GetValueOrDefault(draft.Flow) is { } flow
        && new DialogContext(scene, state, flow, draft) is var context
        && Dialog.Next(context) is not null
            ? context
            : null;

    /// <summary>The dialogs that wait for answers, the latest first.</summary>
    public static ImmutableArray<DialogContext> Waiting(Scene scene, PersonState state) =>
    [
        .. state.Drafts.Values
            .Where(draft => draft.Status != DraftStatus.Done && scene.Content.Flows.ContainsKey(draft.Flow))
            .OrderByDescending(draft => draft.StartedAt).ThenBy(draft => draft.Id, StringComparer.Ordinal)
            .Select(draft => new DialogContext(scene, state, scene.Content.Flows[draft.Flow], draft)),
    ];

    /// <summary>The dialog that an action names, opened if it is not; null if there can be no such dialog.</summary>
    public static DialogContext? Find(Scene scene, PersonState state, CardAction action)
    {
        var subject = action[DataKeys.Subject];
        if (scene.Content.Flows.GetValueOrDefault(action[DataKeys.Flow]) is not { } flow || !FlowRules.For(flow.Id).HasSubject(scene, state, subject))
            return null;
        var fresh = new Draft(flow.Id, subject, scene.Now, ImmutableDictionary<string, Answer>.Empty, View: action[DataKeys.View]);
        return new DialogContext(scene, state, flow, state.Drafts.GetValueOrDefault(fresh.Id) ?? fresh);
    }

    /// <summary>Opens a dialog, or goes on with it. One that has ended shows its answers.</summary>
    public static Outcome Open(DialogContext context, string? notice = null)
    {
        if (context.Draft.Status == DraftStatus.Later)
            context = context with { Draft = context.Draft with { Status = DraftStatus.Open } };
        return Proceed(Focus(context), notice);
    }

    /// <summary>Takes the answers of a card.</summary>
    public static Outcome Answer(DialogContext context, CardAction action, ImmutableDictionary<string, string> fields)
    {
        // A kept dialog is in the state from the moment it asks. If it is not, the card is from before it was cancelled, or from
        // before the person was forgotten: what they wrote then does not come back by itself. The setup alone may begin with its
        // answers, because losing the first card that a person fills in would be worse.
        if (context.Flow is { Keep: true } and not { Id: FlowIds.Setup } && !context.State.Drafts.ContainsKey(context.Draft.Id))
            return Open(context, context.Scene.Texts["dialog.changed"]);
        var page = context.Flow.FindPage(action[DataKeys.Page]);
        var seen = Submission.ReadSeen(action[DataKeys.Seen]);
        // The card decides which questions it asked: the content may have changed since.
        ImmutableArray<Question> questions = [.. context.Flow.Questions.Where(question => seen.ContainsKey(question.Id) || fields.ContainsKey(question.Id))];
        if (questions.IsEmpty)
            return Open(context, context.Scene.Texts["dialog.changed"]);
        page ??= context.Flow.Pages.First(candidate => candidate.Questions.Contains(questions[0]));
        return Answered(Submission.Take(context, questions, fields, seen), page);
    }

    /// <summary>Takes typed words as the answer of the question that is asked.</summary>
    public static Outcome Hear(DialogContext context, string words)
    {
        var asking = Dialog.Next(context)!;
        var question = asking.Questions.FirstOrDefault(candidate => !context.Draft.Answers.ContainsKey(candidate.Id)) ?? asking.Questions[0];
        var fields = ImmutableDictionary<string, string>.Empty.Add(question.Id, words);
        return Answered(Submission.Take(context, [question], fields, seen: null), asking.Page);
    }

    private static Outcome Answered(Submission submission, Page page)
    {
        var context = Focus(submission.Context);
        if (submission.Problems.Count > 0)
            return new Outcome(context.State, [DialogCards.Ask(context, new Asking(page, Dialog.Asked(context, page)), null, submission.Problems)]);
        if (submission.Stale is [var first, ..])
        {
            var notice = context.Scene.Texts.Say(
                "dialog.stale",
                ("question", first.Name),
                ("answer", AnswerText.Show(context.Scene.Texts, context.Draft.Answers[first.Id].Value, first, context.OptionsOf(first))));
            return new Outcome(context.State, [DialogCards.Ask(context, new Asking(page, Dialog.Asked(context, page)), notice)]);
        }

        return Proceed(With(context, context.Draft with { Asked = null }), null);
    }

    /// <summary>Leaves what is open on a page without an answer, if it may be.</summary>
    public static Outcome Skip(DialogContext context, string pageId)
    {
        var asking = context.Flow.FindPage(pageId) is { } page ? new Asking(page, Dialog.Asked(context, page)) : Dialog.Next(context);
        if (asking is null)
            return Proceed(Focus(context), null);
        ImmutableArray<Question> open = [.. asking.Questions.Where(question => !context.Draft.Answers.ContainsKey(question.Id))];
        if (open.FirstOrDefault(question => question.Required) is { } needed)
            return new Outcome(Focus(context).State, [DialogCards.Ask(Focus(context), asking, context.Scene.Texts.Say("dialog.needed", ("question", needed.Name)))]);
        return Answered(Submission.Take(context, open, ImmutableDictionary<string, string>.Empty, seen: null), asking.Page);
    }

    /// <summary>Shows the page before.</summary>
    public static Outcome Back(DialogContext context, string pageId)
    {
        var now = context.Flow.FindPage(pageId) is { } page ? new Asking(page, Dialog.Asked(context, page)) : Dialog.Next(context);
        return Dialog.Before(context, now) is { } before
            ? Proceed(Focus(With(context, context.Draft with { Asked = before.Id })), null)
            : Proceed(Focus(context), context.Scene.Texts["dialog.first"]);
    }

    /// <summary>Shows one question again.</summary>
    public static Outcome Edit(DialogContext context, string question) =>
        Dialog.NameOf(context.Flow, question) is { } name && Dialog.Applies(context, context.Flow.Find(question)!)
            ? Proceed(Focus(With(context, context.Draft with { Asked = name })), null)
            : Proceed(Focus(context), context.Scene.Texts["dialog.changed"]);

    /// <summary>Puts a dialog aside. Nothing is lost.</summary>
    public static Outcome Later(DialogContext context)
    {
        var draft = context.Draft with { Asked = null, Status = context.Draft.Status == DraftStatus.Done ? DraftStatus.Done : DraftStatus.Later };
        var title = context.Fill(context.Flow.Title);
        var state = context.State.Put(draft);
        var texts = context.Scene.Texts;
        return new Outcome(
            state with { Focus = state.Focus == draft.Id ? null : state.Focus },
            [new Reply.Note(title, [texts["dialog.aside"]], [new Button(texts["dialog.continue"], OpenAction(draft))])]);
    }

    /// <summary>Drops a dialog; it can be undone.</summary>
    public static Outcome Cancel(DialogContext context)
    {
        var title = context.Fill(context.Flow.Title);
        var texts = context.Scene.Texts;
        if (context.Draft.Status == DraftStatus.Done)
            return Proceed(Focus(With(context, context.Draft with { Asked = null })), texts["dialog.kept"]);
        var state = context.State.Drafts.ContainsKey(context.Draft.Id) ? context.State.Cancel(context.Draft, title) : context.State;
        return CardViews.Show(context.Scene, state, context.Draft.View, texts.Say("dialog.cancelled", ("title", title)))
            ?? new Outcome(state, [new Reply.Note(title, [texts["dialog.dropped"]], [new Button(texts["undo.button"], CardAction.Of(Verbs.Undo))])]);
    }

    /// <summary>The action that opens a dialog.</summary>
    public static CardAction OpenAction(Draft draft) =>
        CardAction.Of(Verbs.Open, (DataKeys.Flow, draft.Flow), (DataKeys.Subject, draft.Subject), (DataKeys.View, draft.View));

    private static Outcome Proceed(DialogContext context, string? notice)
    {
        if (Dialog.Next(context) is { } asking)
            return new Outcome(context.State, [DialogCards.Ask(context, asking, notice)]);
        var first = context.Draft.Status != DraftStatus.Done;
        context = With(context, context.Draft with { Status = DraftStatus.Done, Asked = null });
        if (!context.Flow.Keep)
            context = context with { State = context.State.Drop(context.Draft) };
        return context.Rules.End(context, new Ended(first));
    }

    private static DialogContext With(DialogContext context, Draft draft) =>
        context with { Draft = draft, State = context.State.Put(draft) };

    private static DialogContext Focus(DialogContext context)
    {
        // An answer that turns up a new question opens a dialog that had ended.
        var draft = context.Draft;
        if (draft.Status == DraftStatus.Done && Dialog.Asked(context).Any(question => !draft.Answers.ContainsKey(question.Id)))
            draft = draft with { Status = DraftStatus.Open };
        return With(context, draft) with { State = context.State.Put(draft) with { Focus = draft.Id } };
    }
}
