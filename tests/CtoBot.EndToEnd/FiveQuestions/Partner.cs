using CtoBot.EndToEnd.Driver;
using CtoBot.EndToEnd.TwoWeeks;

namespace CtoBot.EndToEnd.FiveQuestions;

/// <summary>One of the two, as they sit before their chat. Everything they send is counted.</summary>
internal sealed class Partner(PlaygroundPage chat)
{
    private readonly Interview _interview = new(chat);

    /// <summary>What they see.</summary>
    public PlaygroundPage Chat { get; } = chat;

    /// <summary>How often they wrote or pressed something.</summary>
    public int Sends { get; private set; }

    /// <summary>Types something, and waits for the card that answers it.</summary>
    public async Task SayAsync(string words, string expected)
    {
        Sends++;
        await Chat.ForReplyAsync(() => Chat.SayAsync(words));
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>Presses a button of the newest card, and waits for what it shows.</summary>
    public async Task PressAsync(string button, string expected)
    {
        Sends++;
        await Chat.ForUpdateAsync(() => Chat.ClickAsync(button));
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>Taps a row of the newest card, and waits for what it shows.</summary>
    public async Task OpenAsync(string row, string expected)
    {
        Sends++;
        await Chat.ForUpdateAsync(() => Chat.OpenStepAsync(row));
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>Fills in a page of a dialog, presses the button below, and waits for what comes of it.</summary>
    public async Task AnswerAsync(PageAnswers answers, string expected, string button = "Save")
    {
        await FillAsync(answers);
        await PressAsync(button, expected);
    }

    /// <summary>Fills in a page of a dialog that stands on the newest card.</summary>
    public Task FillAsync(PageAnswers answers) => _interview.FillAsync(Interview.Questions(answers.Flow, answers.Page), answers.Fields);

    /// <summary>Waits until what the other does has brought a message here, and what it holds has arrived.</summary>
    public async Task HearsAsync(Func<Task> act, string expected)
    {
        await Chat.ForReplyAsync(act);
        await Chat.ExpectCardAsync(expected);
    }

    /// <summary>Everything on the page.</summary>
    public Task<string> EverythingAsync() => Chat.Page.InnerTextAsync("body");
}

/// <summary>What somebody fills in on one page of a dialog.</summary>
/// <param name="Flow">The dialog.</param>
/// <param name="Page">The page.</param>
/// <param name="Fields">The answers by question, those of tables by <c>question.column</c>.</param>
internal sealed record PageAnswers(string Flow, string Page, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The answers to one of the five questions.</summary>
    public static PageAnswers To(string question, params (string Question, string Value)[] fields) =>
        new("five-" + question, question, fields.ToDictionary(field => field.Question, field => field.Value));

    /// <summary>The answers on a page of another dialog.</summary>
    public static PageAnswers On(string flow, string page, params (string Question, string Value)[] fields) =>
        new(flow, page, fields.ToDictionary(field => field.Question, field => field.Value));
}
