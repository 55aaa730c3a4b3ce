using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>The link to a document.</summary>
internal static class DownloadCard
{
    public static void Fill(AdaptiveCard card, Reply.Download download, Room room)
    {
        card.Body.Add(CardParts.Title(download.Title, room));
        card.Body.AddRange((download.Link is null ? [download.NoLink] : download.Paragraphs).Select(text => PlainText.Paragraph(text)));
        CardActions.Place(card, download.Link is { } link ? [new AdaptiveOpenUrlAction { Title = download.Open, Url = link }] : [], download.Buttons);
    }
}
