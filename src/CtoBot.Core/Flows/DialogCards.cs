namespace CtoBot.Core.Flows;

/// <summary>What a dialog shows.</summary>
internal static class DialogCards
{
    /// <summary>A page of the dialog.</summary>
    /// <param name="context">The dialog.</param>
    /// <param name="asking">What is asked.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="problems">What was given and is wrong, by question id.</param>
    public static Reply.Ask Ask(
        DialogContext context,
        Asking asking,
        string? notice = null,
        IReadOnlyDictionary<string, (string Raw, string Problem)>? problems = null)
    {
        var texts = context.Scene.Texts;
        var pages = Dialog.Pages(context);
        var index = pages.IndexOf(asking.Page);
        var last = index == pages.Length - 1 || context.Draft.Status == DraftStatus.Done;
        var intro = index == 0 && context.Draft.Answers.IsEmpty ? context.Flow.Intro : null;
        var lead = intro is null || asking.Page.Lead is null ? intro ?? asking.Page.Lead : $"{intro} {asking.Page.Lead}";
        return new Reply.Ask(
            context.Fill(context.Flow.Title),
            notice,
            lead is null ? null : context.Fill(lead),
            index > 0 ? texts.Say("dialog.progress", ("page", texts.Number(index + 1)), ("pages", texts.Number(pages.Length))) : null,
            [.. asking.Questions.Select(question => FieldOf(context, question, problems))],
            new Button(texts[last ? "dialog.save" : "dialog.next"], Act(context, Verbs.Answer, asking)),
            [.. Buttons(context, asking)]);
    }

    private static Field FieldOf(DialogContext context, Question question, IReadOnlyDictionary<string, (string Raw, string Problem)>? problems)
    {
        var asked = question with { Ask = context.Fill(question.Ask), Hint = question.Hint is null ? null : context.Fill(question.Hint) };
        var options = context.OptionsOf(question);
        if (problems is not null && problems.TryGetValue(question.Id, out var problem))
            return new Field(asked, options, problem.Raw, problem.Problem);
        if (context.Draft.Answers.TryGetValue(question.Id, out var answer))
            return new Field(asked, options, AnswerText.Raw(answer.Value, question, context.Scene.Region), null);
        var value = question.Default is ['$', ..] name ? context.Rules.Defaults[name](context) : question.Default ?? "";
        return new Field(asked, options, value, null);
    }

    private static IEnumerable<Button> Buttons(DialogContext context, Asking asking)
    {
        var texts = context.Scene.Texts;
        if (Dialog.Before(context, asking) is not null && context.Draft.Status != DraftStatus.Done)
            yield return new Button(texts["dialog.back"], Act(context, Verbs.Back, asking));
        if (asking.Questions.All(question => !question.Required) && asking.Questions.Any(question => !context.Draft.Answers.ContainsKey(question.Id)))
            yield return new Button(texts["dialog.skip"], Act(context, Verbs.Skip, asking));
        yield return context.Flow.Keep && context.Draft.Status != DraftStatus.Done
            ? new Button(texts["dialog.later"], Act(context, Verbs.Later, asking))
            : new Button(texts["dialog.cancel"], Act(context, Verbs.Cancel, asking));
    }

    private static CardAction Act(DialogContext context, string verb, Asking asking) => CardAction.Of(
        verb,
        (DataKeys.Flow, context.Flow.Id),
        (DataKeys.Subject, context.Draft.Subject),
        (DataKeys.Page, asking.Page.Id),
        (DataKeys.View, context.Draft.View),
        (DataKeys.Seen, Submission.WriteSeen(context.Draft, asking.Questions)));

    /// <summary>The answers of the dialog, each with a way to change it.</summary>
    public static Reply.Summary Summary(DialogContext context, string? notice = null, params ReadOnlySpan<Button> buttons) => new(
        context.Fill(context.Flow.Title),
        notice,
        [.. Dialog.Asked(context).Where(question => context.Draft.Answers.ContainsKey(question.Id)).Select(question => Line(context, question))],
        [.. buttons]);

    private static SummaryLine Line(DialogContext context, Question question) => new(
        question.Name,
        AnswerText.Show(context.Scene.Texts, context.Draft.Answers[question.Id].Value, question, context.OptionsOf(question)),
        new Button(
            context.Scene.Texts.Say("dialog.edit", ("question", question.Name)),
            CardAction.Of(Verbs.Edit, (DataKeys.Flow, context.Flow.Id), (DataKeys.Subject, context.Draft.Subject), (DataKeys.Page, question.Id))));
}
