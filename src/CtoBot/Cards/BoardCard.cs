using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>Things with a figure each.</summary>
internal static class BoardCard
{
    /// <summary>The most characters of a figure.</summary>
    private const int FigureLength = 12;

    /// <summary>The most lines below a title.</summary>
    private const int MostDetails = 3;

    public static void Fill(AdaptiveCard card, Reply.Board board, Texts texts, Room room)
    {
        var buttons = CardParts.Head(card, board.Title, board.Notice, board.Buttons, room);
        if (board.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead), AdaptiveSpacing.Small));
        Rows(card, board, texts, room);
        if (board.PageText is { } page)
            card.Body.Add(PlainText.Subtle(room.Brief(page), AdaptiveSpacing.Medium));
        CardActions.Place(card, first: null, buttons);
    }

    private static void Rows(AdaptiveCard card, Reply.Board board, Texts texts, Room room)
    {
        var width = Width(board.Sections.SelectMany(section => section.Rows).Select(row => Math.Min(row.Figure.Text.Length, FigureLength)).DefaultIfEmpty().Max());
        var shown = 0;
        foreach (var section in board.Sections.TakeWhile(_ => shown < room.Rows))
        {
            if (section.Heading.Length > 0)
                card.Body.Add(CardParts.Heading(room.Brief(section.Heading)));
            var rows = section.Rows.Take(room.Rows - shown).Select(row => Row(row, width, room)).ToArray();
            card.Body.AddRange(rows);
            shown += rows.Length;
        }

        var hidden = board.Sections.Sum(section => section.Rows.Length) - shown;
        if (hidden > 0)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreRows", ("count", texts.Number(hidden)))));
    }

    private static AdaptiveColumnSet Row(BoardRow row, int width, Room room)
    {
        var title = PlainText.Run(PlainText.OneLine(row.Title, room.BriefLength));
        (title.IsSubtle, title.Strikethrough) = (row.Settled, row.Settled);
        var figure = width == 0 ? null : FigureRun.Make(row.Figure with { Text = row.Figure.Text.Length == 0 ? " " : PlainText.OneLine(row.Figure.Text, FigureLength) });
        return FigureRow.Make(figure, width, row.Toggle, title, [.. row.Details.Take(MostDetails).Select(detail => PlainText.OneLine(detail, room.BriefLength))], row.Open);
    }

    /// <summary>The width of figures of that many characters, in pixels.</summary>
    private static int Width(int length) => length switch
    {
        0 => 0,
        <= 2 => FigureRow.Finger,
        <= 4 => 56,
        _ => 80,
    };
}
