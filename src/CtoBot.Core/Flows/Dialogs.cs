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
        && Of(scene, state, draft) is { } context
        && Dialog.Next(context) is not null
            ? context
            : null;

    /// <summary>The dialogs that wait for answers: the one that was last talked about, then the latest first.</summary>
    public static ImmutableArray<DialogContext> Waiting(Scene scene, PersonState state) =>
    [
        .. state.Drafts.Values
            .Where(draft => draft.Status != DraftStatus.Done)
            .OrderByDescending(draft => draft.Id == state.Focus).ThenByDescending(draft => draft.StartedAt).ThenBy(draft => draft.Id, StringComparer.Ordinal)
            .Select(draft => Of(scene, state, draft))
            .OfType<DialogContext>(),
    ];

    /// <summary>A dialog in its scene; null if its flow or subject is no more, because the content or the plan changed.</summary>
    private static DialogContext? Of(Scene scene, PersonState state, Draft draft) =>
        scene.Content.Flows.GetValueOrDefault(draft.Flow) is { } flow && FlowRules.For(flow.Id).HasSubject(scene, state, draft.Subject)
            ? new DialogContext(scene, state, flow, draft)
            : null;

    /// <summary>The dialog that an action names, opened if it is not; null if there can be no such dialog.</summary>
    public static DialogContext? Find(Scene scene, PersonState state, CardAction action)
    {
        var subject = action[DataKeys.Subject];
        if (scene.Content.Flows.GetValueOrDefault(action[DataKeys.Flow]) is not { } flow || !FlowRules.For(flow.Id).HasSubject(scene, state, subject))
            return null;
        var view = action[DataKeys.View];
        var fresh = new Draft(flow.Id, subject, scene.Now, ImmutableDictionary<string, Answer>.Empty, View: view);
        var rules = FlowRules.For(flow.Id);
        var draft = state.Drafts.GetValueOrDefault(fresh.Id)
            ?? (flow.File && !rules.IsNew(state, subject) ? scene.Records.Find(state, flow.Id, subject) : null)
            ?? rules.Begin(scene, state, fresh, action[DataKeys.About]);
        return new DialogContext(scene, state, flow, view.Length > 0 ? draft with { View = view } : draft);
    }

    /// <summary>Opens a dialog, or goes on with it. One that has ended shows its answers.</summary>
    public static Outcome Open(DialogContext context, string? notice = null) => Proceed(Focus(context), notice);

    /// <summary>Takes the answers of a card.</summary>
    public static Outcome Answer(DialogContext context, CardAction action, ImmutableDictionary<string, string> fields)
    {
        // A kept dialog is in the state from the moment it asks. If it is not, the card is from before it was cancelled, or from
        // before the person was forgotten: what they wrote then does not come back by itself. The setup alone may begin with its
        // answers, because losing the first card that a person fills in would be worse.
        if (context.Flow is { Keep: true } and not { Id: FlowIds.Setup } && !context.Draft.Filed && !context.State.Drafts.ContainsKey(context.Draft.Id))
            return Open(context, context.Scene.Texts["dialog.changed"]);
        var seen = Submission.ReadSeen(action[DataKeys.Seen]);
        // The card decides which questions it asked: the content may have changed since.
        ImmutableArray<Question> questions = [.. context.Flow.Questions.Where(question => seen.ContainsKey(question.Id) || fields.ContainsKey(question.Id))];
        if (questions.IsEmpty)
            return Open(context, context.Scene.Texts["dialog.changed"]);
        return Answered(Submission.Take(context, questions, fields, seen));
    }

    /// <summary>Takes typed words as the answer of the question that is asked.</summary>
    public static Outcome Hear(DialogContext context, string words)
    {
        var question = Dialog.Target(context, Dialog.Next(context)!);
        var fields = ImmutableDictionary<string, string>.Empty.Add(question.Id, words);
        return Answered(Submission.Take(context, [question], fields, seen: null));
    }

    private static Outcome Answered(Submission submission)
    {
        var context = Focus(submission.Context);
        if (submission.Problems.Count > 0)
            return AskAgain(context, [.. context.Flow.Questions.Where(question => submission.Problems.ContainsKey(question.Id))], null, submission.Problems);
        if (submission.Stale is [var first, ..])
        {
            var notice = context.Scene.Texts.Say(
                "dialog.stale",
                ("question", first.Name),
                ("answer", AnswerText.Show(context.Scene.Texts, context.Draft.Answers[first.Id].Value, first, context.OptionsOf(first))));
            return AskAgain(context, submission.Stale, notice);
        }

        var kept = context.Draft.Status == DraftStatus.Done && !submission.Changed ? context.Scene.Texts["dialog.kept"] : null;
        return Proceed(With(context, context.Draft with { Asked = null }), kept, submission.Changed);
    }

    /// <summary>Shows questions again: on the card that asks now if it holds them, else on their page. Words typed next answer the first of them.</summary>
    private static Outcome AskAgain(
        DialogContext context,
        ImmutableArray<Question> questions,
        string? notice,
        IReadOnlyDictionary<string, (string Raw, string Problem)>? problems = null)
    {
        var asking = Dialog.Next(context) is { } now && questions.All(now.Questions.Contains) ? now : null;
        if (asking is null || Dialog.Target(context, asking) != questions[0])
        {
            var page = context.Flow.Pages.First(candidate => candidate.Questions.Contains(questions[0]));
            asking ??= new Asking(page, Dialog.Asked(context, page));
            context = With(context, context.Draft with { Asked = Dialog.NameOf(page, questions[0]) });
        }

        return new Outcome(context.State, [DialogCards.Ask(context, asking, notice, problems)]);
    }

    /// <summary>Leaves what is open on a page without an answer, if it may be.</summary>
    public static Outcome Skip(DialogContext context, string pageId)
    {
        var asking = context.Flow.FindPage(pageId) is { } page ? new Asking(page, Dialog.Asked(context, page)) : Dialog.Next(context);
        if (asking is null)
            return Proceed(Focus(context), null);
        ImmutableArray<Question> open = [.. asking.Questions.Where(question => !context.Draft.Answers.ContainsKey(question.Id))];
        if (open.FirstOrDefault(question => question.Required) is { } needed)
            return AskAgain(Focus(context), [needed], context.Scene.Texts.Say("dialog.needed", ("question", needed.Name)));
        return Answered(Submission.Take(context, open, ImmutableDictionary<string, string>.Empty, seen: null));
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
        if (context.Draft.Status == DraftStatus.Done)
            return Keep(context);
        var draft = context.Draft with { Asked = null, Status = DraftStatus.Later };
        var title = context.Fill(context.Flow.Title);
        var texts = context.Scene.Texts;
        return new Outcome(
            context.State.Put(draft),
            [new Reply.Note(title, [texts["dialog.aside"]], [new Button(texts["dialog.continue"], OpenAction(draft))])]);
    }

    /// <summary>Drops a dialog; it can be undone.</summary>
    public static Outcome Cancel(DialogContext context)
    {
        if (context.Draft.Status == DraftStatus.Done)
            return Keep(context);
        if (context.Draft.Filed)
            return End(context, new Ended(First: false, Changed: false, context.Scene.Texts["dialog.kept"]));
        var title = context.Fill(context.Flow.Title);
        var texts = context.Scene.Texts;
        // A note that was never written is nothing to bring back, and must not stand before the change that "undo" is meant for.
        var state = context.State.Drafts.ContainsKey(context.Draft.Id) && (context.Flow.Keep || !context.Draft.Answers.IsEmpty) ? context.State.Cancel(context.Draft, title) : context.State.Drop(context.Draft);
        var notice = Notice.Change(texts.Say("dialog.cancelled", ("title", title)), context.State, state);
        return CardViews.Show(context.Scene, state, context.Draft.View, notice)
            ?? new Outcome(state, [notice.Undoes is null
                ? new Reply.Note(notice.Text, [], [new Button(texts["today.button"], CardAction.Show(Views.Today))])
                : new Reply.Note(title, [texts["dialog.dropped"]], [new Button(texts["undo.button"], notice.UndoAction(Views.Today))])]);
    }

    /// <summary>Leaves a dialog that has ended as it is.</summary>
    private static Outcome Keep(DialogContext context) =>
        Proceed(Focus(With(context, context.Draft with { Asked = null })), context.Scene.Texts["dialog.kept"]);

    /// <summary>The action that opens a dialog.</summary>
    public static CardAction OpenAction(Draft draft) =>
        CardAction.Of(Verbs.Open, (DataKeys.Flow, draft.Flow), (DataKeys.Subject, draft.Subject), (DataKeys.View, draft.View));

    private static Outcome Proceed(DialogContext context, string? notice, bool changed = false)
    {
        if (Dialog.Next(context) is { } asking)
            return new Outcome(context.State, [DialogCards.Ask(context, asking, notice)]);
        return End(context, new Ended(context.Draft is { Status: not DraftStatus.Done, Filed: false }, changed, notice));
    }

    private static Outcome End(DialogContext context, Ended ended)
    {
        context = With(context, context.Draft with { Status = DraftStatus.Done, Asked = null });
        if (!context.Flow.Keep)
            context = context with { State = context.State.Drop(context.Draft) };
        else if (context.Flow.File)
            context = context with { State = context.State.File(context.Draft), Draft = context.Draft with { Filed = true } };
        return context.Rules.End(context, ended);
    }

    private static DialogContext With(DialogContext context, Draft draft) =>
        context with { Draft = draft, State = context.State.Put(draft) };

    private static DialogContext Focus(DialogContext context)
    {
        var draft = context.Draft;
        if (draft.Status == DraftStatus.Later)
            draft = draft with { Status = DraftStatus.Open };
        // An answer that turns up a new question opens a dialog that had ended.
        if (draft.Status == DraftStatus.Done && Dialog.Asked(context).Any(question => !draft.Answers.ContainsKey(question.Id)))
            draft = draft with { Status = DraftStatus.Open };
        return With(context, draft) with { State = context.State.Put(draft) with { Focus = draft.Id } };
    }
}
