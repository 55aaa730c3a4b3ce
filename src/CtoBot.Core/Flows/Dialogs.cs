using System.Collections.Immutable;
using CtoBot.Core.State;

namespace CtoBot.Core.Flows;

/// <summary>What a person does with dialogs: opens, answers, goes back, skips, puts aside, cancels, edits.</summary>
internal static class Dialogs
{
    /// <summary>The value of <see cref="DataKeys.Form"/> for everything on one card.</summary>
    public const string FormYes = "yes";

    /// <summary>The dialog that typed words belong to, if it still asks.</summary>
    public static DialogContext? Focused(Scene scene, PersonState state) =>
        state.Focus is { } id
        && state.Drafts.GetValueOrDefault(id) is { } draft
        && (draft.Status == DraftStatus.Open || draft.Asked is not null)
        && Of(scene, state, draft) is { } context
        && Dialog.Next(context) is not null
            ? context
            : null;

    /// <summary>The dialog that was last talked about, even if it has ended; or null.</summary>
    public static DialogContext? Latest(Scene scene, PersonState state) =>
        state.Focus is { } id && state.Drafts.GetValueOrDefault(id) is { } draft ? Of(scene, state, draft) : null;

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
        if (scene.Content.Flows.GetValueOrDefault(action[DataKeys.Flow]) is not { } flow)
            return null;
        var rules = FlowRules.For(flow.Id);
        var subject = rules.Meant(state, action[DataKeys.Subject], action[DataKeys.About]);
        if (!rules.HasSubject(scene, state, subject))
            return null;
        var view = action[DataKeys.View];
        var fresh = new Draft(flow.Id, subject, scene.Now, ImmutableDictionary<string, Answer>.Empty, View: view, Form: flow.Form && state.PrefersForm);
        var draft = state.Drafts.GetValueOrDefault(fresh.Id)
            ?? (flow.File && !rules.IsNew(state, subject) ? scene.Records.Find(state, flow.Id, subject) : null)
            ?? rules.Begin(scene, state, fresh, action[DataKeys.About]);
        return new DialogContext(scene, state, flow, view.Length > 0 ? draft with { View = view } : draft);
    }

    /// <summary>Opens a dialog, or goes on with it. One that has ended shows its answers; one in which nothing is open but that was not ended shows where it ends.</summary>
    public static Outcome Open(DialogContext context, string? notice = null) => Proceed(Unended(Focus(context)), notice);

    /// <summary>A dialog that asks something if it has not ended: to look at it does not end it, as an answer does.</summary>
    private static DialogContext Unended(DialogContext context) =>
        context.Draft is { Status: not DraftStatus.Done, Filed: false } && Dialog.Next(context) is null && Dialog.Last(context) is { } last
            ? With(context, context.Draft with { Asked = last })
            : context;

    /// <summary>Opens a dialog from a card, asked as the person wants it from now on if the card says how.</summary>
    public static Outcome Open(DialogContext context, CardAction action)
    {
        if (!context.Flow.Form || context.Draft.Status == DraftStatus.Done || !action.Data.TryGetValue(DataKeys.Form, out var form))
            return Open(context);
        var prefers = form == FormYes;
        return Open(With(context with { State = context.State with { PrefersForm = prefers } }, context.Draft with { Form = prefers, Asked = null }));
    }

    /// <summary>Does what a button about a dialog says; null for any other.</summary>
    public static Outcome? Press(DialogContext context, CardAction action, ImmutableDictionary<string, string> fields) => action.Verb switch
    {
        Verbs.Answer => Answer(context, action, fields),
        Verbs.Skip => Skip(context, action[DataKeys.Page]),
        Verbs.Back => Back(context, action[DataKeys.Page]),
        Verbs.Later => Later(context),
        Verbs.Cancel => Cancel(context),
        Verbs.Open => Open(context, action),
        Verbs.Edit => Edit(context, action[DataKeys.Page], action[DataKeys.Line]),
        Verbs.Remove => Remove(context, action[DataKeys.Page], action[DataKeys.Line]),
        _ => null,
    };

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
        ImmutableArray<Question> questions = [.. context.Flow.Questions.Where(question => seen.ContainsKey(question.Id) || fields.Keys.Any(question.Has))];
        if (questions.IsEmpty)
            return Open(context, context.Scene.Texts["dialog.changed"]);
        var stay = action[DataKeys.Stay];
        return Answered(Submission.Take(context, questions, new Given(fields, seen, action[DataKeys.Line], stay.Length > 0)), questions, action[DataKeys.Line], stay);
    }

    /// <summary>Takes typed words as the answer of the question that is asked.</summary>
    public static Outcome Hear(DialogContext context, string words)
    {
        var asking = Dialog.Next(context)!;
        var question = Dialog.Target(context, asking);
        var fields = ImmutableDictionary<string, string>.Empty.Add(question.Id, words);
        return Answered(Submission.Take(context, [question], new Given(fields, Line: asking.Line ?? "")), [question], asking.Line ?? "");
    }

    /// <summary>Goes on after answers were taken.</summary>
    /// <param name="submission">What came of them.</param>
    /// <param name="questions">The questions that were answered.</param>
    /// <param name="line">The line of a table that was changed; empty for none.</param>
    /// <param name="stay">What to ask again, see <see cref="Draft.Asked"/>; empty to go on. It may come from outside.</param>
    private static Outcome Answered(Submission submission, ImmutableArray<Question> questions, string line = "", string stay = "")
    {
        var context = Focus(submission.Context);
        if (submission.Problems.Count > 0)
            return AskAgain(context, [.. context.Flow.Questions.Where(question => submission.Problems.Keys.Any(question.Has))], null, submission.Problems, Lines.IdIn(line));
        if (submission.Stale is [var first, ..])
        {
            var notice = context.Scene.Texts.Say(
                "dialog.stale",
                ("question", first.Name),
                ("answer", context.Show(first, context.Draft.Answers[first.Id].Value)));
            return AskAgain(context, submission.Stale, notice);
        }

        if (stay.Length > 0 && Dialog.Again(context, stay) is { Questions.IsEmpty: false } again)
            return Proceed(With(context, context.Draft with { Asked = again.Name }), submission.Changed ? context.Scene.Texts["dialog.saved"] : null);
        var kept = submission.Changed ? null : Unchanged(context, questions);
        return Proceed(With(context, context.Draft with { Asked = null }), kept, submission.Changed, openOnly: true);
    }

    /// <summary>What to say to someone who left the answers of a dialog that has ended as they are. Lines may have been added before, so nothing is said of them.</summary>
    private static string? Unchanged(DialogContext context, ImmutableArray<Question> questions) =>
        context.Draft.Status == DraftStatus.Done && !questions.Any(question => question.IsEntry) ? context.Scene.Texts["dialog.kept"] : null;

    /// <summary>Shows questions again: on the card that asks now if it holds them, else on their page. Words typed next answer the first of them.</summary>
    private static Outcome AskAgain(
        DialogContext context,
        ImmutableArray<Question> questions,
        string? notice,
        IReadOnlyDictionary<string, Entered>? problems = null,
        string line = "")
    {
        var page = context.Flow.Pages.First(candidate => candidate.Questions.Contains(questions[0]));
        if (line.Length > 0)
            context = With(context, context.Draft with { Asked = Dialog.NameOf(page, questions[0], line) });
        var asking = Dialog.Next(context) is { } now && questions.All(now.Questions.Contains) ? now : null;
        if (asking is null || Dialog.Target(context, asking) != questions[0])
        {
            asking ??= new Asking(page, Dialog.Asked(context, page));
            context = With(context, context.Draft with { Asked = Dialog.NameOf(page, questions[0]) });
        }

        // What is good on the card with all questions is not asked again.
        if (Dialog.IsForm(context) && asking.Line is null)
            asking = Dialog.Form(context) with { Questions = questions };
        return new Outcome(context.State, [DialogCards.Ask(context, asking, notice, problems)]);
    }

    /// <summary>Leaves what is open on a page without an answer, if it may be.</summary>
    public static Outcome Skip(DialogContext context, string pageId)
    {
        var asking = context.Flow.FindPage(pageId) is { } page ? new Asking(page, Dialog.Asked(context, page)) : Dialog.Next(context);
        if (asking is null)
            return Proceed(Focus(context), null);
        // On the card with all questions one is skipped at a time.
        ImmutableArray<Question> open = [.. (asking.IsForm ? [Dialog.Target(context, asking)] : asking.Questions).Where(question => Dialog.IsOpen(context, question))];
        if (open.FirstOrDefault(question => question.Required) is { } needed)
            return AskAgain(Focus(context), [needed], context.Scene.Texts.Say("dialog.needed", ("question", needed.Name)));
        return Answered(Submission.Take(context, open, new Given(ImmutableDictionary<string, string>.Empty)), open);
    }

    /// <summary>Shows the page before.</summary>
    public static Outcome Back(DialogContext context, string pageId)
    {
        var now = context.Flow.FindPage(pageId) is { } page ? new Asking(page, Dialog.Asked(context, page)) : Dialog.Next(context);
        return Dialog.Before(context, now) is { } before
            ? Proceed(Focus(With(context, context.Draft with { Asked = before.Id })), null)
            : Open(context, context.Scene.Texts["dialog.first"]);
    }

    /// <summary>Shows one question again, or one line of its table, or a page.</summary>
    public static Outcome Edit(DialogContext context, string question, string line = "") =>
        context.Flow.Find(question) is null && context.Flow.FindPage(question) is { } page ? Proceed(Focus(With(context, context.Draft with { Asked = page.Id })), null)
        : Dialog.NameOf(context.Flow, question, line.Length > 0 ? Lines.IdIn(line) : null) is { } name && Dialog.Applies(context, context.Flow.Find(question)!)
            ? Proceed(Focus(With(context, context.Draft with { Asked = name })), null)
            : Open(context, context.Scene.Texts["dialog.changed"]);

    /// <summary>Removes a line of a table; it can be undone.</summary>
    public static Outcome Remove(DialogContext context, string question, string line)
    {
        var texts = context.Scene.Texts;
        if (context.Flow.Find(question) is not { IsEntry: true } table || context.LinesOf(table).FirstOrDefault(row => row.Id == Lines.IdIn(line)) is not { } present)
            return Open(With(context, context.Draft with { Asked = null }), texts["dialog.changed"]);
        if (Submission.Remove(context, table, line) is not { } removed)
            return Proceed(Focus(With(context, context.Draft with { Asked = Dialog.NameOf(context.Flow, question, present.Id) })), texts["dialog.changed"]);
        var notice = texts.Say("dialog.removed", ("line", Reading.Problem.Said(CellText.Show(texts, present, context.ColumnsOf(table)))));
        context = Focus(removed.Context);
        return Proceed(Unended(With(context, context.Draft with { Asked = null })), notice, changed: true);
    }

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
        Proceed(Focus(With(context, context.Draft with { Asked = null })), Unchanged(context, Dialog.Next(context)?.Questions ?? []));

    /// <summary>The action that opens a dialog.</summary>
    public static CardAction OpenAction(Draft draft) =>
        CardAction.Of(Verbs.Open, (DataKeys.Flow, draft.Flow), (DataKeys.Subject, draft.Subject), (DataKeys.View, draft.View));

    /// <summary>Asks what is to be asked, or ends the dialog.</summary>
    /// <param name="context">The dialog.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="changed">Whether an answer was given or changed just now.</param>
    /// <param name="openOnly">Whether to leave out of the card with all questions what was answered.</param>
    private static Outcome Proceed(DialogContext context, string? notice, bool changed = false, bool openOnly = false)
    {
        if (Dialog.Next(context) is { } asking)
            return new Outcome(context.State, [DialogCards.Ask(context, openOnly && asking.IsForm ? Dialog.OpenOnly(context, asking) : asking, notice)]);
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
