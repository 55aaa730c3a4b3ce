using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Someone's words, whole, however little room there is: the reply holds no more than a card can.</summary>
internal static class QuoteCard
{
    public static void Fill(AdaptiveCard card, Reply.Quote quote, Room room)
    {
        card.Body.Add(CardParts.Title(quote.Title, room));
        card.Body.Add(QuoteParts.Whole(quote.Words, quote.Source, room));
        if (quote.PageText is { } page)
            card.Body.Add(PlainText.Subtle(room.Brief(page), AdaptiveSpacing.Medium));
        CardActions.Place(card, first: null, quote.Buttons);
    }
}
