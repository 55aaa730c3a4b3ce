using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>The links to the readout as files.</summary>
internal static class FilesCard
{
    /// <summary>Links alone are buttons. Where files can be saved to OneDrive as well, that has the buttons, and the links are lines.</summary>
    public static void Fill(AdaptiveCard card, Reply.Files files, Room room)
    {
        FileOffer[] served = [.. files.Offers.Where(offer => offer.Link is not null)];
        card.Body.Add(CardParts.Title(files.Title, room));
        card.Body.AddRange((served.Length == 0 ? [files.NoLinks] : files.Paragraphs).Select(text => PlainText.Paragraph(text)));
        Button[] saves = [.. files.Offers.Select(offer => offer.Save).OfType<Button>()];
        // A button for each file: the rest are lines to tap, so that none is left out.
        if (saves.Length == 0)
        {
            CardActions.Place(card, [.. served.Select(offer => new AdaptiveOpenUrlAction { Title = offer.Label, Url = offer.Link })], files.Buttons);
            return;
        }

        if (served.Length > 0)
            card.Body.Add(CardParts.Heading(files.LinkTitle));
        card.Body.AddRange(served.Select(Link));
        card.Body.Add(CardParts.Heading(files.SaveTitle));
        CardActions.Place(card, first: null, [.. saves, .. files.Buttons]);
    }

    private static AdaptiveElement Link(FileOffer offer) => new AdaptiveContainer
    {
        SelectAction = new AdaptiveOpenUrlAction { Title = Directions.Without(offer.Label), Url = offer.Link },
        Spacing = AdaptiveSpacing.Small,
        Items = { PlainText.Block(AdaptiveSpacing.Default, CardParts.Accent(offer.Label)) },
    };
}
