using CtoBot.Core;

namespace CtoBot.Tests.Cards;

/// <summary>Everything that can be done from a reply.</summary>
internal static class ReplyActions
{
    public static IEnumerable<CardAction> Of(Reply reply) => reply switch
    {
        Reply.Note note => Actions(note.Buttons),
        Reply.Ask ask => [ask.Submit.Action, .. ask.More is { } more ? Actions([more]) : [], .. Actions(ask.Buttons)],
        Reply.Summary summary => [.. summary.Lines.Select(line => line.Edit.Action), .. Actions(summary.Buttons)],
        Reply.Checklist list => [.. list.Sections.SelectMany(section => section.Steps).SelectMany(step => new[] { step.Toggle.Action, step.Open.Action }), .. list.Agenda.SelectMany(group => group.Entries).Select(entry => entry.Action), .. Actions(list.Buttons)],
        Reply.StepDetail step => Actions(step.Buttons),
        Reply.Menu menu => [.. menu.Groups.SelectMany(group => group.Entries).Select(entry => entry.Action), .. Actions(menu.Buttons)],
        Reply.Message message => Actions(message.Buttons),
        Reply.Compare compare => Actions(compare.Buttons),
        Reply.Sheet sheet => Actions(sheet.Buttons),
        Reply.Download download => Actions(download.Buttons),
        Reply.Guide guide => Actions(guide.Buttons),
        Reply.Board board => [.. board.Sections.SelectMany(section => section.Rows).SelectMany(row => new[] { row.Toggle?.Action, row.Open }).OfType<CardAction>(), .. Actions(board.Buttons)],
        Reply.Matrix matrix => [.. matrix.Rows.SelectMany(row => row.Cells.Select(cell => cell.Open).Append(row.Open)).OfType<CardAction>(), .. Actions(matrix.Buttons)],
        Reply.Brief brief => [.. brief.Sections.SelectMany(Reached), .. Actions(brief.Buttons)],
        Reply.Dashboard dashboard => [.. dashboard.Figures.Select(figure => figure.Open), .. Actions(dashboard.Buttons)],
        Reply.Files files => Actions(files.Offers.Select(offer => offer.Save).OfType<Button>().Concat(files.Buttons)),
        Reply.Quote quote => Actions(quote.Buttons),
        _ => [],
    };

    /// <summary>Words that are shown whole do not lead anywhere.</summary>
    private static IEnumerable<CardAction> Reached(BriefSection section) =>
        [.. section.Quotes.Where(quote => quote.Words.Length > 300 || quote.Words.Count(letter => letter == '\n') > 7).Select(quote => quote.Open).OfType<CardAction>(), .. section.More is { } more ? [more.Action] : Array.Empty<CardAction>()];

    private static IEnumerable<CardAction> Actions(IEnumerable<Button> buttons) => buttons.Select(button => button.Action);
}
