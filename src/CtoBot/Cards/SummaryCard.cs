using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>The answers of a dialog. Tapping one asks it again, and shows all of it.</summary>
internal static class SummaryCard
{
    public static void Fill(AdaptiveCard card, Reply.Summary summary, Texts texts, Room room)
    {
        if (summary.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(CardParts.Title(summary.Title, room));
        card.Body.AddRange(summary.Lines.Take(room.Rows).Select(line => Row(line, texts, room)));
        if (summary.Lines.Length > room.Rows)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreAnswers", ("count", texts.Number(summary.Lines.Length - room.Rows)))));
        CardActions.Place(card, first: null, summary.Buttons);
    }

    private static AdaptiveColumnSet Row(SummaryLine line, Texts texts, Room room) => new()
    {
        Columns =
        {
            new AdaptiveColumn
            {
                Width = AdaptiveColumnWidth.Stretch,
                Items =
                {
                    PlainText.Block(
                        AdaptiveSpacing.Default,
                        PlainText.Small(line.Label + PlainText.Gap),
                        PlainText.Run(room.Brief(line.Text))),
                },
            },
            new AdaptiveColumn
            {
                Width = AdaptiveColumnWidth.Auto,
                SelectAction = CardActions.Tap(line.Edit.Label, line.Edit.Action),
                Items = { PlainText.Block(AdaptiveSpacing.Default, CardParts.Accent(line.Act ?? texts["card.change"])) },
            },
        },
    };
}
