using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Flows;

/// <summary>Where a dialog is, from its answers alone.</summary>
internal static class Dialog
{
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
        var open = context.Flow.Pages.FirstOrDefault(page => Asked(context, page).Any(question => !context.Draft.Answers.ContainsKey(question.Id)));
        return open is null ? null : new Asking(open, Asked(context, open));
    }

    /// <summary>The question that typed words answer: the first open one, else the first.</summary>
    public static Question Target(DialogContext context, Asking asking) =>
        asking.Questions.FirstOrDefault(question => !context.Draft.Answers.ContainsKey(question.Id)) ?? asking.Questions[0];

    /// <summary>The page before the one that is asked now, or the last one at the end; null if there is none.</summary>
    public static Page? Before(DialogContext context, Asking? now) =>
        context.Flow.Pages.TakeWhile(page => page.Id != now?.Page.Id).LastOrDefault(page => !Asked(context, page).IsEmpty);

    /// <summary>The name under which <see cref="Draft.Asked"/> keeps one question rather than a page.</summary>
    public static string NameOf(Page page, Question question) => $"{page.Id}{Slash}{question.Id}";

    /// <summary>The name of a question wherever it stands, or null if there is no such question.</summary>
    public static string? NameOf(Flow flow, string question) =>
        flow.Pages.FirstOrDefault(page => page.Questions.Any(candidate => candidate.Id == question)) is { } page ? page.Id + Slash + question : null;

    private static Asking? Again(DialogContext context, string asked)
    {
        var slash = asked.IndexOf(Slash, StringComparison.Ordinal);
        if (context.Flow.FindPage(slash < 0 ? asked : asked[..slash]) is not { } page)
            return null;
        var questions = Asked(context, page);
        return new Asking(page, slash < 0 ? questions : [.. questions.Where(question => question.Id == asked[(slash + 1)..])]);
    }
}

/// <summary>What a card asks.</summary>
/// <param name="Page">The page.</param>
/// <param name="Questions">Those of its questions that are asked.</param>
internal sealed record Asking(Page Page, ImmutableArray<Question> Questions);
