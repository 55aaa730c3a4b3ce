using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>A drafted message.</summary>
internal static class MessageCard
{
    public static void Fill(AdaptiveCard card, Reply.Message message, Room room)
    {
        card.Body.AddRange(
        [
            CardParts.Title(message.Title, room),
            PlainText.Subtle(room.Brief(message.Lead)),
            new AdaptiveContainer
            {
                Style = AdaptiveContainerStyle.Emphasis,
                Spacing = AdaptiveSpacing.Medium,
                // The button that sends it as text sends all of it.
                Items = { PlainText.Paragraph(room.Long(message.Text)) },
            },
        ]);
        CardActions.Place(card, first: null, message.Buttons);
    }
}
