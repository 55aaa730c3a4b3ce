using CtoBot.Core;

namespace CtoBot.Tests.Cards;

/// <summary>Everything that can be done from a reply.</summary>
internal static class ReplyActions
{
    public static IEnumerable<CardAction> Of(Reply reply) => reply switch
    {
        Reply.Note note => Actions(note.Buttons),
        Reply.Ask ask => [ask.Submit.Action, .. Actions(ask.Buttons)],
        Reply.Summary summary => [.. summary.Lines.Select(line => line.Edit.Action), .. Actions(summary.Buttons)],
        Reply.Checklist list => [.. list.Sections.SelectMany(section => section.Steps).SelectMany(step => new[] { step.Toggle.Action, step.Open.Action }), .. Actions(list.Buttons)],
        Reply.StepDetail step => Actions(step.Buttons),
        Reply.Menu menu => [.. menu.Groups.SelectMany(group => group.Entries).Select(entry => entry.Action), .. Actions(menu.Buttons)],
        Reply.Message message => Actions(message.Buttons),
        Reply.Compare compare => Actions(compare.Buttons),
        Reply.Sheet sheet => Actions(sheet.Buttons),
        Reply.Guide guide => Actions(guide.Buttons),
        _ => [],
    };

    private static IEnumerable<CardAction> Actions(IEnumerable<Button> buttons) => buttons.Select(button => button.Action);
}
