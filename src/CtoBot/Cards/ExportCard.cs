using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>The links to everything that is kept about a person.</summary>
internal static class ExportCard
{
    public static void Fill(AdaptiveCard card, Reply.Export export, Room room)
    {
        card.Body.Add(CardParts.Title(export.Title, room));
        if (export.Links is not { } links)
        {
            card.Body.Add(PlainText.Paragraph(export.NoLinks));
            return;
        }

        card.Body.AddRange(export.Paragraphs.Select(text => PlainText.Paragraph(text)));
        card.Actions.Add(new AdaptiveOpenUrlAction { Title = export.Read, Url = links.Read });
        card.Actions.Add(new AdaptiveOpenUrlAction { Title = export.Json, Url = links.Json });
    }
}
