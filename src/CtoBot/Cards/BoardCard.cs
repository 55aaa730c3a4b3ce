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
        var all = board.Sections.SelectMany(section => section.Rows).ToArray();
        // Grounds show at a glance what is good or bad; where nothing is, or there are boxes to tick, they would only take room.
        var onGround = all.Any(row => row.Figure.Tone != Tone.Neutral) && all.All(row => row.Toggle is null);
        var width = Width(all.Select(row => Math.Min(row.Figure.Text.Length, FigureLength)).DefaultIfEmpty().Max(), onGround);
        var shown = 0;
        foreach (var section in board.Sections.TakeWhile(_ => shown < room.Rows))
        {
            if (section.Heading.Length > 0)
                card.Body.Add(CardParts.Heading(room.Brief(section.Heading)));
            var rows = section.Rows.Take(room.Rows - shown).Select(row => Row(row, width, onGround, room)).ToArray();
            card.Body.AddRange(rows);
            shown += rows.Length;
        }

        var hidden = all.Length - shown;
        if (hidden > 0)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreRows", ("count", texts.Number(hidden)))));
    }

    private static AdaptiveColumnSet Row(BoardRow row, int width, bool onGround, Room room)
    {
        var words = PlainText.OneLine(row.Title, room.BriefLength);
        var title = row.Open is null || row.Settled ? PlainText.Run(words) : CardParts.Accent(words);
        (title.IsSubtle, title.Strikethrough) = (row.Settled, row.Settled);
        var details = row.Details.Take(MostDetails).Select(detail => PlainText.OneLine(detail, room.BriefLength)).ToArray();
        return FigureRow.Make(width == 0 ? null : Left(row, width, onGround), title, details, row.Open);
    }

    private static FigureColumn Left(BoardRow row, int width, bool onGround)
    {
        var figure = FigureRun.Make(row.Figure.Text.Length == 0 ? " " : PlainText.OneLine(row.Figure.Text, FigureLength));
        if (!onGround)
            figure.Color = FigureRun.Color(row.Figure.Tone);
        return new(figure, width, row.Toggle, onGround ? FigureRun.Ground(row.Figure.Tone) : null);
    }

    /// <summary>The width of figures of that many characters, in pixels; a ground has a margin of 16.</summary>
    private static int Width(int length, bool onGround) => length switch
    {
        0 => 0,
        <= 2 => FigureRow.Finger,
        <= 4 => 48,
        _ => 64,
    } + (length > 0 && onGround ? 16 : 0);
}
