using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>The links to the readout as files.</summary>
internal static class FilesCard
{
    public static void Fill(AdaptiveCard card, Reply.Files files, Room room)
    {
        FileOffer[] served = [.. files.Offers.Where(offer => offer.Link is not null)];
        card.Body.Add(CardParts.Title(files.Title, room));
        card.Body.AddRange((served.Length == 0 ? [files.NoLinks] : files.Paragraphs).Select(text => PlainText.Paragraph(text)));
        // A link each: the rest are lines to tap, so that no file is left out for a button.
        CardActions.Place(card, [.. served.Select(offer => new AdaptiveOpenUrlAction { Title = offer.Label, Url = offer.Link })], files.Buttons);
    }
}
