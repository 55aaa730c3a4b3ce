using System.Globalization;
using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>A row of a list with a figure or a sign at its left: that can be tapped, and the rest as well.</summary>
internal static class FigureRow
{
    /// <summary>What a finger hits.</summary>
    public const int Finger = 40;

    /// <summary>The row.</summary>
    /// <param name="left">What stands at the left, or null for nothing.</param>
    /// <param name="title">What the row is about.</param>
    /// <param name="details">Lines below the title.</param>
    /// <param name="open">What tapping the rest does, or null.</param>
    public static AdaptiveColumnSet Make(
        FigureColumn? left,
        AdaptiveTextRun title,
        IReadOnlyCollection<string> details,
        CardAction? open)
    {
        var row = new AdaptiveColumnSet { Spacing = AdaptiveSpacing.Small };
        if (left is not null)
            row.Columns.Add(Left(left));
        var rest = Rest(title, details);
        rest.Spacing = left switch { null => AdaptiveSpacing.Default, { Ground: null } => AdaptiveSpacing.None, _ => AdaptiveSpacing.Small };
        row.Columns.Add(rest);
        if (open is null)
            return row;
        // Where the figure does nothing of its own, all of the row does the same.
        if (left?.Toggle is not null)
            rest.SelectAction = CardActions.Tap(Read(title, details), open);
        else
            row.SelectAction = CardActions.Tap(left is null ? Read(title, details) : $"{left.Figure.Text} {Read(title, details)}", open);
        return row;
    }

    private static AdaptiveColumn Left(FigureColumn left)
    {
        var figure = PlainText.Block(AdaptiveSpacing.Default, left.Figure);
        if (left.Ground is not null)
            figure.HorizontalAlignment = AdaptiveHorizontalAlignment.Center;
        return new AdaptiveColumn
        {
            Width = string.Create(CultureInfo.InvariantCulture, $"{left.Width}px"),
            PixelMinHeight = Finger,
            Style = left.Ground,
            VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
            SelectAction = left.Toggle is null ? null : CardActions.Tap(left.Toggle.Label, left.Toggle.Action),
            Items = { figure },
        };
    }

    private static AdaptiveColumn Rest(AdaptiveTextRun title, IReadOnlyCollection<string> details)
    {
        var rest = new AdaptiveColumn
        {
            Width = AdaptiveColumnWidth.Stretch,
            VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
            Items = { PlainText.Block(AdaptiveSpacing.Default, title) },
        };
        foreach (var detail in details)
            rest.Items.Add(PlainText.Subtle(detail, AdaptiveSpacing.None));
        return rest;
    }

    private static string Read(AdaptiveTextRun title, IReadOnlyCollection<string> details) => string.Join(' ', [title.Text, .. details]);
}

/// <summary>What stands at the left of a row.</summary>
/// <param name="Figure">A figure or a sign.</param>
/// <param name="Width">How wide it is with what is around it, in pixels.</param>
/// <param name="Toggle">What tapping it does, or null.</param>
/// <param name="Ground">What it stands on, or null for the card itself.</param>
internal sealed record FigureColumn(AdaptiveTextRun Figure, int Width, Button? Toggle, AdaptiveContainerStyle? Ground = null);
