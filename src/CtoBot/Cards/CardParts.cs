using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>What several cards have in common.</summary>
internal static class CardParts
{
    /// <summary>How many strokes the bar of <see cref="Bar"/> has: it fits the narrowest phone.</summary>
    private const int BarLength = 20;

    private const char Done = '━';
    private const char ToDo = '─';

    /// <summary>The title of a card.</summary>
    public static AdaptiveElement Title(string title, Room room) =>
        PlainText.Heading(room.Brief(title), AdaptiveTextSize.Large);

    /// <summary>Notice and title. Undo stands beside what it takes back.</summary>
    /// <returns>The buttons that are left.</returns>
    public static Button[] Head(AdaptiveCard card, string title, string? notice, IEnumerable<Button> buttons, Room room)
    {
        Button[] all = [.. buttons];
        var undo = notice is null ? null : Array.Find(all, button => button.Action.Verb == Verbs.Undo);
        if (notice is not null)
            card.Body.Add(Notice(notice, undo, room));
        card.Body.Add(Title(title, room));
        return [.. all.Where(button => button != undo)];
    }

    /// <summary>A heading within a card.</summary>
    public static AdaptiveElement Heading(string heading) =>
        PlainText.Heading(heading, AdaptiveTextSize.Medium, AdaptiveSpacing.Large);

    /// <summary>What just happened, with the way to take it back beside it.</summary>
    /// <param name="notice">What happened.</param>
    /// <param name="undo">Takes it back, or null.</param>
    /// <param name="room">How long it may be.</param>
    public static AdaptiveElement Notice(string notice, Button? undo, Room room)
    {
        var row = new AdaptiveColumnSet
        {
            Columns =
            {
                new AdaptiveColumn
                {
                    Width = AdaptiveColumnWidth.Stretch,
                    Items = { PlainText.Paragraph(room.Brief(notice)) },
                },
            },
        };
        if (undo is not null)
        {
            row.Columns.Add(new AdaptiveColumn
            {
                Width = AdaptiveColumnWidth.Auto,
                SelectAction = CardActions.Tap(undo.Label, undo.Action),
                Items = { PlainText.Block(AdaptiveSpacing.Default, Accent(undo.Label)) },
            });
        }

        return new AdaptiveContainer { Style = AdaptiveContainerStyle.Emphasis, Items = { row } };
    }

    /// <summary>Something to tap that is no button.</summary>
    /// <param name="label">What stands there.</param>
    /// <param name="action">What it does.</param>
    /// <param name="name">What screen readers say, beginning with the label, where several have the same; or null.</param>
    public static AdaptiveElement Link(string label, CardAction action, string? name = null) => new AdaptiveContainer
    {
        SelectAction = CardActions.Tap(name ?? label, action),
        Spacing = AdaptiveSpacing.Small,
        Items = { PlainText.Block(AdaptiveSpacing.Default, Accent(label)) },
    };

    /// <summary>How far the plan is: a slim bar and the same in words.</summary>
    public static AdaptiveElement Progress(Progress progress)
    {
        // The first step shows at once, and the bar is full only when nothing is left.
        var strokes = progress.Settled == 0 ? 0 : Math.Clamp(BarLength * progress.Settled / progress.Total, 1, BarLength);
        return PlainText.Block(AdaptiveSpacing.Small, [.. Bar(strokes), PlainText.Small(PlainText.Gap + progress.Text)]);
    }

    /// <summary>A list, ending with "…" if it is too long.</summary>
    public static IEnumerable<AdaptiveElement> Points(IReadOnlyCollection<string> points, Room room)
    {
        var shown = points.Take(room.Rows).Select(room.Long);
        return (points.Count > room.Rows ? shown.Append(PlainText.Ellipsis) : shown).Select(Point);
    }

    /// <summary>A point of a list.</summary>
    public static AdaptiveColumnSet Point(string text) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Columns =
        {
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Items = { PlainText.Paragraph("•") } },
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch, Spacing = AdaptiveSpacing.Small, Items = { PlainText.Paragraph(text) } },
        },
    };

    /// <summary>Text that can be tapped.</summary>
    public static AdaptiveTextRun Accent(string text) => new(PlainText.Literal(text)) { Color = AdaptiveTextColor.Accent };

    private static IEnumerable<AdaptiveTextRun> Bar(int strokes)
    {
        if (strokes > 0)
            yield return new AdaptiveTextRun(new string(Done, strokes)) { Color = AdaptiveTextColor.Accent, Size = AdaptiveTextSize.Small };
        if (strokes < BarLength)
            yield return new AdaptiveTextRun(new string(ToDo, BarLength - strokes)) { IsSubtle = true, Size = AdaptiveTextSize.Small };
    }
}
