using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Flows;

/// <summary>What a dialog shows.</summary>
internal static class DialogCards
{
    /// <summary>A page of the dialog.</summary>
    /// <param name="context">The dialog.</param>
    /// <param name="asking">What is asked.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="problems">What was given and is wrong, see <see cref="Submission.Problems"/>.</param>
    public static Reply.Ask Ask(
        DialogContext context,
        Asking asking,
        string? notice = null,
        IReadOnlyDictionary<string, Entered>? problems = null)
    {
        var texts = context.Scene.Texts;
        var pages = Dialog.Pages(context);
        var index = pages.IndexOf(asking.Page);
        var last = asking.IsForm || index == pages.Length - 1 || context.Draft.Status == DraftStatus.Done;
        var intro = (index == 0 || asking.IsForm) && context.Draft.Answers.IsEmpty ? context.Flow.Intro : null;
        var lead = intro is null || asking.Page.Lead is null ? intro ?? asking.Page.Lead : context.Scene.Texts.Sentences(intro, asking.Page.Lead);
        return new Reply.Ask(
            context.Fill(context.Flow.Title),
            notice,
            lead is null ? null : context.Fill(lead),
            index > 0 ? texts.Say("dialog.progress", ("page", texts.Number(index + 1)), ("pages", texts.Number(pages.Length))) : null,
            [.. asking.Questions.Select(question => FieldOf(context, asking, question, problems))],
            new Button(texts[last ? context.Rules.Submit ?? "dialog.save" : "dialog.next"], Act(context, Verbs.Answer, asking)),
            [.. Buttons(context, asking)],
            More(context, asking));
    }

    private static Field FieldOf(DialogContext context, Asking asking, Question question, IReadOnlyDictionary<string, Entered>? problems)
    {
        var asked = question with
        {
            Ask = context.Fill(question.Ask),
            Hint = question.Hint is null ? null : context.Fill(question.Hint),
            // Whether it must be answered turns out with the answer that it depends on.
            Required = question.Required && Dialog.Applies(context, question),
        };
        var lead = asking.IsForm ? LeadOf(context, asking, question) : null;
        var entered = problems?.GetValueOrDefault(question.Id);
        if (question.IsEntry)
            return new Field(asked, [], "", entered?.Problem, lead, EntryOf(context, asking, question, problems));
        var options = context.OptionsOf(question);
        if (entered is not null)
            return new Field(asked, options, entered.Raw, entered.Problem, lead);
        if (context.Draft.Answers.TryGetValue(question.Id, out var answer))
            return new Field(asked, options, AnswerText.Raw(answer.Value, question, context.Scene.Region), null, lead);
        var value = question.Default is ['$', ..] name ? context.Rules.Defaults[name](context) : question.Default ?? "";
        return new Field(asked, options, value, null, lead);
    }

    /// <summary>On the card with all questions the lead of a page stands above the first of its questions.</summary>
    private static string? LeadOf(DialogContext context, Asking form, Question question) =>
        context.Flow.Pages.First(page => page.Questions.Contains(question)) is { Lead: { } lead } page
        && form.Questions.First(page.Questions.Contains) == question
            ? context.Fill(lead)
            : null;

    private static Entry EntryOf(DialogContext context, Asking asking, Question question, IReadOnlyDictionary<string, Entered>? problems)
    {
        var columns = context.ColumnsOf(question);
        var lines = context.LinesOf(question);
        var changed = asking.Line is null ? null : lines.FirstOrDefault(line => line.Id == asking.Line);
        // Where there is nothing to choose from, such as bugs before there is one, nothing is asked.
        Column[] asked = [.. columns.Where(column => column.Kind != ColumnKind.Choice || !column.Options.IsEmpty)];
        var isGiven = problems is not null && problems.Keys.Any(input => input != question.Id && question.Has(input));
        return new Entry(
            changed is null ? [.. lines.Select(line => CellText.Show(context.Scene.Texts, line, columns))] : [],
            changed is null ? null : context.Scene.Texts.Say("dialog.changing", ("line", CellText.Show(context.Scene.Texts, changed, columns))),
            CellsOf(0),
            [.. Enumerable.Range(1, Spare()).Select(CellsOf)]);

        // Page by page, "Add another" asks for the next one; on a card that is meant to be sent once there is room for some. What was given is shown again in any case.
        int Spare() => Math.Max(
            asking is { IsForm: true, Line: null } ? TableEntry.SpareLines(question, lines) : 0,
            isGiven ? Enumerable.Range(1, TableEntry.MostSpare).LastOrDefault(spare => columns.Any(column => problems!.ContainsKey(question.InputOf(column, spare)))) : 0);

        ImmutableArray<Field> CellsOf(int spare) => [.. asked.Select(column => CellOf(column, spare))];

        Field CellOf(Column column, int spare)
        {
            var input = question.InputOf(column, spare);
            var entered = isGiven ? problems!.GetValueOrDefault(input) : null;
            return new Field(
                new Question(input, CellText.KindOf(column), column.Label),
                column.Options,
                isGiven ? entered?.Raw ?? "" : changed is null ? "" : CellText.Raw(changed, column, context.Scene.Region),
                entered?.Problem);
        }
    }

    /// <summary>The button to add a line and be asked for another.</summary>
    private static Button? More(DialogContext context, Asking asking)
    {
        if (asking.Line is not null || !asking.Questions.Any(question => question.IsEntry))
            return null;
        var action = Act(context, Verbs.Answer, asking);
        return new Button(
            context.Scene.Texts[asking.Questions.Length == 1 ? "dialog.another" : "dialog.more"],
            action with { Data = action.Data.SetItem(DataKeys.Stay, asking.Name) });
    }

    private static IEnumerable<Button> Buttons(DialogContext context, Asking asking)
    {
        var texts = context.Scene.Texts;
        if (Dialog.Before(context, asking) is not null && context.Draft.Status != DraftStatus.Done)
            yield return new Button(texts["dialog.back"], Act(context, Verbs.Back, asking));
        if (asking.Line is not null)
            yield return new Button(texts["dialog.remove"], CardAction.Of(Verbs.Remove, [.. Of(context), (DataKeys.Page, asking.Questions[0].Id), (DataKeys.Line, LineOf(context, asking))]));
        if (!asking.IsForm && asking.Questions.All(question => !question.Required) && asking.Questions.Any(question => !context.Draft.Answers.ContainsKey(question.Id)))
            yield return new Button(texts["dialog.skip"], Act(context, Verbs.Skip, asking));
        yield return context.Flow.Keep && context.Draft.Status != DraftStatus.Done
            ? new Button(texts["dialog.later"], Act(context, Verbs.Later, asking))
            : new Button(texts["dialog.cancel"], Act(context, Verbs.Cancel, asking));
        if (OtherWay(context, asking) is { } other)
            yield return other;
    }

    /// <summary>From the first page to all questions on one card, and from there to one page after the other.</summary>
    private static Button? OtherWay(DialogContext context, Asking asking)
    {
        if (!context.Flow.Form || context.Draft.Status == DraftStatus.Done)
            return null;
        if (asking.IsForm)
            return Way("dialog.oneByOne", "no");
        return asking.Page == context.Flow.Pages[0] && context.Flow.Pages.Length > 1 ? Way("dialog.asForm", Dialogs.FormYes) : null;

        Button Way(string label, string form) => new(context.Scene.Texts[label], CardAction.Of(Verbs.Open, [.. Of(context), (DataKeys.View, context.Draft.View), (DataKeys.Form, form)]));
    }

    private static (string Key, string Value)[] Of(DialogContext context) => [(DataKeys.Flow, context.Flow.Id), (DataKeys.Subject, context.Draft.Subject)];

    private static CardAction Act(DialogContext context, string verb, Asking asking)
    {
        var action = CardAction.Of(
            verb,
            [
                .. Of(context),
                (DataKeys.Page, asking.Page.Id),
                (DataKeys.View, context.Draft.View),
                (DataKeys.Seen, Submission.WriteSeen(context.Draft, asking.Questions)),
            ]);
        return asking.Line is null ? action : action with { Data = action.Data.SetItem(DataKeys.Line, LineOf(context, asking)) };
    }

    private static string LineOf(DialogContext context, Asking asking) =>
        Lines.Reference(context.LinesOf(asking.Questions[0]).First(line => line.Id == asking.Line));

    /// <summary>The answers of the dialog, each with a way to change it.</summary>
    public static Reply.Summary Summary(DialogContext context, string? notice = null, params ReadOnlySpan<Button> buttons) => new(
        context.Fill(context.Flow.Title),
        notice,
        [.. Dialog.Asked(context).Where(question => context.Draft.Answers.ContainsKey(question.Id)).SelectMany(question => LinesOf(context, question))],
        [.. buttons]);

    private static IEnumerable<SummaryLine> LinesOf(DialogContext context, Question question)
    {
        var texts = context.Scene.Texts;
        var lines = question.IsEntry ? context.LinesOf(question) : [];
        if (lines.IsEmpty)
            return [new(question.Name, context.Show(question, context.Draft.Answers[question.Id].Value), new Button(texts.Say("dialog.edit", ("question", question.Name)), Edit(context, question)))];
        var columns = context.ColumnsOf(question);
        return
        [
            .. lines.Select((line, index) => new SummaryLine(
                texts.Say("dialog.line", ("question", question.Name), ("number", texts.Number(index + 1))),
                CellText.Show(texts, line, columns),
                new Button(texts.Say("dialog.editLine", ("question", question.Name), ("number", texts.Number(index + 1))), Edit(context, question, (DataKeys.Line, line.Id))))),
            new SummaryLine(
                question.Name,
                texts.Say("dialog.lines", ("count", texts.Number(lines.Length))),
                new Button(texts.Say("dialog.addTo", ("question", question.Name)), Edit(context, question)),
                texts["dialog.add"]),
        ];
    }

    private static CardAction Edit(DialogContext context, Question question, params (string Key, string Value)[] line) =>
        CardAction.Of(Verbs.Edit, [.. Of(context), (DataKeys.Page, question.Id), .. line]);
}
