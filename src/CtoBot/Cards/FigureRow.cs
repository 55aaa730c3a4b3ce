using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>A row of a list with a figure or a sign at its left: that can be tapped, and the rest as well.</summary>
internal static class FigureRow
{
    /// <summary>What a finger hits.</summary>
    public const int Finger = 40;

    /// <summary>The row.</summary>
    /// <param name="figure">What stands at the left, or null for nothing.</param>
    /// <param name="width">The width of that, in pixels.</param>
    /// <param name="toggle">What tapping it does, or null.</param>
    /// <param name="title">What the row is about.</param>
    /// <param name="details">Lines below the title.</param>
    /// <param name="open">What tapping the rest does, or null.</param>
    public static AdaptiveColumnSet Make(
        AdaptiveTextRun? figure,
        int width,
        Button? toggle,
        AdaptiveTextRun title,
        IReadOnlyCollection<string> details,
        CardAction? open)
    {
        var row = new AdaptiveColumnSet { Spacing = AdaptiveSpacing.Small };
        if (figure is not null)
            row.Columns.Add(Left(figure, width, toggle));
        var rest = Rest(title, details, beside: figure is not null);
        row.Columns.Add(rest);
        if (open is null)
            return row;
        // Where the figure does nothing of its own, all of the row does the same.
        if (toggle is not null)
            rest.SelectAction = CardActions.Tap(Read(title, details), open);
        else
            row.SelectAction = CardActions.Tap(figure is null ? Read(title, details) : $"{figure.Text} {Read(title, details)}", open);
        return row;
    }

    private static AdaptiveColumn Left(AdaptiveTextRun figure, int width, Button? toggle) => new()
    {
        Width = FormattableString.Invariant($"{width}px"),
        PixelMinHeight = Finger,
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        SelectAction = toggle is null ? null : CardActions.Tap(toggle.Label, toggle.Action),
        Items = { PlainText.Block(AdaptiveSpacing.Default, figure) },
    };

    private static AdaptiveColumn Rest(AdaptiveTextRun title, IEnumerable<string> details, bool beside) => new()
    {
        Width = AdaptiveColumnWidth.Stretch,
        Spacing = beside ? AdaptiveSpacing.None : AdaptiveSpacing.Default,
        VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
        Items = [PlainText.Block(AdaptiveSpacing.Default, title), .. details.Select(detail => PlainText.Subtle(detail, AdaptiveSpacing.None))],
    };

    private static string Read(AdaptiveTextRun title, IEnumerable<string> details) => string.Join(' ', details.Prepend(title.Text));
}
