using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>The situation in numbers, each of which can be tapped, and in pictures.</summary>
internal static class DashboardCard
{
    public static void Fill(AdaptiveCard card, Reply.Dashboard dashboard, Room room)
    {
        var buttons = CardParts.Head(card, dashboard.Title, dashboard.Notice, dashboard.Buttons, room);
        card.Body.Add(PlainText.Paragraph(room.Long(dashboard.Lead), AdaptiveSpacing.Small));
        card.Body.AddRange(dashboard.Figures.Take(room.Rows).Select(figure => Figure(figure, room)));
        card.Body.AddRange(dashboard.Charts.Take(room.Rows).SelectMany(chart => ChartElement.Of(chart, room)));
        CardActions.Place(card, CardActions.First(buttons.FirstOrDefault()), buttons[Math.Min(1, buttons.Length)..]);
    }

    private static AdaptiveContainer Figure(DashboardFigure figure, Room room)
    {
        var label = PlainText.OneLine(figure.Label, room.BriefLength);
        var value = PlainText.OneLine(figure.Value, room.BriefLength);
        var detail = figure.Detail is null ? null : PlainText.OneLine(figure.Detail, room.BriefLength);
        return new AdaptiveContainer
        {
            Spacing = AdaptiveSpacing.Small,
            Style = figure.Tone == Tone.Neutral ? null : FigureRun.Ground(figure.Tone),
            SelectAction = CardActions.Tap(string.Join(' ', new[] { label, value, detail }.OfType<string>()), figure.Open),
            Items =
            [
                PlainText.Subtle(label, AdaptiveSpacing.None),
                PlainText.Block(AdaptiveSpacing.None, new AdaptiveTextRun(PlainText.Literal(value)) { Weight = AdaptiveTextWeight.Bolder }),
                .. detail is null ? [] : new[] { PlainText.Subtle(detail, AdaptiveSpacing.None) },
            ],
        };
    }
}
