using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>
/// Figures side by side. The name stands above its figures and each figure below its head, so that a phone has room for five,
/// nobody has to remember which is which, and screen readers say it.
/// </summary>
internal static class MatrixCard
{
    /// <summary>The most characters of a figure.</summary>
    private const int FigureLength = 6;

    /// <summary>The most characters of a head.</summary>
    private const int HeadLength = 12;

    public static void Fill(AdaptiveCard card, Reply.Matrix matrix, Texts texts, Room room)
    {
        var buttons = CardParts.Head(card, matrix.Title, matrix.Notice, matrix.Buttons, room);
        if (matrix.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead), AdaptiveSpacing.Small));
        card.Body.AddRange(matrix.Rows.Take(room.Rows).SelectMany(row => Row(row, matrix.Columns, room)));
        if (matrix.Rows.Length > room.Rows)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreRows", ("count", texts.Number(matrix.Rows.Length - room.Rows)))));
        if (matrix.Footer is { } footer)
            card.Body.Add(new AdaptiveContainer { Separator = true, Spacing = AdaptiveSpacing.Large, Items = [.. Row(footer, matrix.Columns, room)] });
        if (matrix.PageText is { } page)
            card.Body.Add(PlainText.Subtle(room.Brief(page), AdaptiveSpacing.Medium));
        CardActions.Place(card, first: null, buttons);
    }

    private static IEnumerable<AdaptiveElement> Row(MatrixRow row, IReadOnlyList<string> columns, Room room)
    {
        var name = PlainText.OneLine(row.Name, room.BriefLength);
        yield return Name(name, row.Open);
        yield return new AdaptiveColumnSet { Spacing = AdaptiveSpacing.Small, Columns = [.. columns.Zip(row.Cells, (head, cell) => Cell(name, head, cell, room))] };
        if (row.Detail is { } detail)
            yield return PlainText.Subtle(PlainText.OneLine(detail, room.BriefLength));
    }

    private static AdaptiveContainer Name(string name, CardAction? open)
    {
        var run = open is null ? PlainText.Run(name) : CardParts.Accent(name);
        run.Weight = AdaptiveTextWeight.Bolder;
        return new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Medium,
            SelectAction = open is null ? null : CardActions.Tap(name, open),
            Items = { PlainText.Block(AdaptiveSpacing.Default, run) },
        };
    }

    private static AdaptiveColumn Cell(string name, string head, MatrixCell cell, Room room)
    {
        var shortHead = PlainText.OneLine(head, HeadLength);
        var top = PlainText.Subtle(shortHead);
        var figure = PlainText.Block(AdaptiveSpacing.Default, FigureRun.Make(PlainText.OneLine(cell.Figure.Text, FigureLength)));
        (top.HorizontalAlignment, figure.HorizontalAlignment) = (AdaptiveHorizontalAlignment.Center, AdaptiveHorizontalAlignment.Center);
        return new AdaptiveColumn
        {
            Width = AdaptiveColumnWidth.Stretch,
            Spacing = AdaptiveSpacing.Small,
            SelectAction = cell.Open is null ? null : CardActions.Tap($"{shortHead} {PlainText.OneLine(cell.Figure.Text, FigureLength)} {PlainText.Shorten(name, room.NoteLength)}", cell.Open),
            Items = { top, new AdaptiveContainer { Style = FigureRun.Ground(cell.Figure.Tone), Spacing = AdaptiveSpacing.Small, Items = { figure } } },
        };
    }
}
