using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Flows;

/// <summary>Where a dialog is, from its answers alone.</summary>
internal static class Dialog
{
    /// <summary>The id of the page that holds all questions. No page of a flow can have it.</summary>
    public const string FormPage = "*";

    /// <summary>The most characters that stand in the inputs of one card, unless a single one holds more: a message has to stay below what the channel takes.</summary>
    private const int MostPrefilled = 20_000;

    private const char Slash = '/';

    /// <summary>Whether a question is asked, given the answers so far.</summary>
    public static bool Applies(DialogContext context, Question question)
    {
        if (question.When is not { } when)
            return true;
        // A question that is itself not asked decides nothing.
        if (context.Flow.Find(when.Question) is not { } earlier || !Applies(context, earlier))
            return false;
        if (!context.Draft.Answers.TryGetValue(when.Question, out var answer) || answer.Value is AnswerValue.Skipped)
            return false;
        var values = answer.Value is AnswerValue.Choices several ? several.Values : [AnswerText.Raw(answer.Value, earlier, Region.Default)];
        return (when.Is.IsEmpty || values.Any(when.Is.Contains))
            && !values.Any(when.Not.Contains)
            && (when.Test is null || context.Rules.Tests[when.Test](context));
    }

    /// <summary>Whether a question is asked or may yet be: the answer that decides it is still to come.</summary>
    public static bool CanApply(DialogContext context, Question question) =>
        question.When is not { } when
        || (context.Flow.Find(when.Question) is { } earlier
            && CanApply(context, earlier)
            && (!context.Draft.Answers.ContainsKey(when.Question) || Applies(context, question)));

    /// <summary>The questions of a page that are asked.</summary>
    public static ImmutableArray<Question> Asked(DialogContext context, Page page) =>
        [.. page.Questions.Where(question => Applies(context, question))];

    /// <summary>Every question that is asked.</summary>
    public static IEnumerable<Question> Asked(DialogContext context) => context.Flow.Questions.Where(question => Applies(context, question));

    /// <summary>The pages that ask something.</summary>
    public static ImmutableArray<Page> Pages(DialogContext context) =>
        [.. context.Flow.Pages.Where(page => page.Questions.Any(question => Applies(context, question)))];

    /// <summary>What to ask now: what the person asked to see again, else the first page with a question open. Null at the end.</summary>
    public static Asking? Next(DialogContext context)
    {
        if (context.Draft.Asked is { } asked && Again(context, asked) is { Questions.IsEmpty: false } again)
            return again;
        var open = context.Flow.Pages.FirstOrDefault(page => Asked(context, page).Any(question => IsOpen(context, question)));
        return open is null ? null
            : IsForm(context) ? Form(context)
            : new Asking(open, Fit(context, Asked(context, open)));
    }

    /// <summary>Whether a question has no answer yet.</summary>
    public static bool IsOpen(DialogContext context, Question question) => !context.Draft.Answers.ContainsKey(question.Id);

    /// <summary>Whether all questions are asked on one card.</summary>
    public static bool IsForm(DialogContext context) => context.Flow.Form && context.Draft.Form;

    /// <summary>All questions that can apply.</summary>
    public static Asking Form(DialogContext context)
    {
        var questions = Fit(context, [.. context.Flow.Questions.Where(question => CanApply(context, question))]);
        return new Asking(new Page(FormPage, questions), questions);
    }

    /// <summary>What is asked, without what has its answer already.</summary>
    public static Asking OpenOnly(DialogContext context, Asking asking) =>
        asking with { Questions = [.. asking.Questions.Where(question => IsOpen(context, question))] };

    /// <summary>
    /// The questions that a card has room for. Those without an answer come before what the others hold already: so
    /// everything is asked, and what is left out can be changed by itself.
    /// </summary>
    private static ImmutableArray<Question> Fit(DialogContext context, ImmutableArray<Question> questions)
    {
        var room = MostPrefilled;
        var fitting = ImmutableArray.CreateBuilder<Question>();
        foreach (var question in questions)
        {
            var length = IsOpen(context, question) ? 0 : LengthOf(context, question);
            if (length > room)
                continue;
            room -= length;
            fitting.Add(question);
        }

        return fitting.Count == 0 ? [.. questions.Take(1)] : fitting.ToImmutable();
    }

    /// <summary>How long an answer is in its input. The lines of a table are listed above the inputs, shortened.</summary>
    private static int LengthOf(DialogContext context, Question question) =>
        question.IsEntry ? 0 : AnswerText.Raw(context.Draft.Answers[question.Id].Value, question, context.Scene.Region).Length;

    /// <summary>The question that typed words answer: the first open one, else the first.</summary>
    public static Question Target(DialogContext context, Asking asking) =>
        asking.Questions.FirstOrDefault(question => IsOpen(context, question)) ?? asking.Questions[0];

    /// <summary>The page before the one that is asked now, or the last one at the end; null if there is none.</summary>
    public static Page? Before(DialogContext context, Asking? now) =>
        now is { IsForm: true } ? null : context.Flow.Pages.TakeWhile(page => page.Id != now?.Page.Id).LastOrDefault(page => !Asked(context, page).IsEmpty);

    /// <summary>What a dialog ends with, by its name in <see cref="Draft.Asked"/>; null if it asks nothing.</summary>
    public static string? Last(DialogContext context) => IsForm(context) ? FormPage : Before(context, null)?.Id;

    /// <summary>The name under which <see cref="Draft.Asked"/> keeps one question rather than a page, or one line of its table.</summary>
    public static string NameOf(Page page, Question question, string? line = null) =>
        line is null ? $"{page.Id}{Slash}{question.Id}" : $"{page.Id}{Slash}{question.Id}{Slash}{line}";

    /// <summary>The name of a question wherever it stands, or null if there is no such question.</summary>
    public static string? NameOf(Flow flow, string question, string? line = null) =>
        flow.Pages.FirstOrDefault(page => page.Questions.Any(candidate => candidate.Id == question)) is { } page ? NameOf(page, flow.Find(question)!, line) : null;

    /// <summary>What a name of <see cref="Draft.Asked"/> stands for; null or no questions if that is no more. It may come from outside.</summary>
    public static Asking? Again(DialogContext context, string asked)
    {
        if (asked == FormPage)
            return IsForm(context) ? Form(context) : null;
        var parts = asked.Split(Slash, 3);
        if (context.Flow.FindPage(parts[0]) is not { } page)
            return null;
        var questions = Asked(context, page);
        if (parts.Length == 1)
            return new Asking(page, Fit(context, questions));
        var line = parts.Length == 3 && context.Flow.Find(parts[1]) is { } table && context.LinesOf(table).Any(row => row.Id == parts[2]) ? parts[2] : null;
        return new Asking(page, [.. questions.Where(question => question.Id == parts[1])], line);
    }
}

/// <summary>What a card asks.</summary>
/// <param name="Page">The page.</param>
/// <param name="Questions">Those of its questions that are asked.</param>
/// <param name="Line">The id of the line of a table that is to be changed; null to add one.</param>
internal sealed record Asking(Page Page, ImmutableArray<Question> Questions, string? Line = null)
{
    /// <summary>Whether it asks all questions of the flow.</summary>
    public bool IsForm => Page.Id == Dialog.FormPage;

    /// <summary>By which <see cref="Draft.Asked"/> keeps it.</summary>
    public string Name => !IsForm && Questions is [var question] ? Dialog.NameOf(Page, question, Line) : Page.Id;
}
