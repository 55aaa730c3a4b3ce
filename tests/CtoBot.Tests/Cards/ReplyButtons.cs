using CtoBot.Core;

namespace CtoBot.Tests.Cards;

/// <summary>The buttons of a reply with their labels.</summary>
internal static class ReplyButtons
{
    public static IEnumerable<Button> Of(Reply reply) => reply switch
    {
        Reply.Note note => note.Buttons,
        Reply.Ask ask => [ask.Submit, .. ask.Buttons],
        Reply.Menu menu => [.. menu.Groups.SelectMany(group => group.Entries).Select(entry => new Button(entry.Label, entry.Action)), .. menu.Buttons],
        Reply.Download download => download.Buttons,
        Reply.Guide guide => guide.Buttons,
        Reply.Compare compare => compare.Buttons,
        Reply.Sheet sheet => sheet.Buttons,
        Reply.Board board => board.Buttons,
        Reply.Brief brief => brief.Buttons,
        Reply.Dashboard dashboard => dashboard.Buttons,
        _ => [],
    };
}
