using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Something to read.</summary>
internal static class GuideCard
{
    public static void Fill(AdaptiveCard card, Reply.Guide guide, Room room)
    {
        card.Body.Add(CardParts.Title(guide.Title, room));
        card.Body.Add(PlainText.Paragraph(guide.Lead));
        foreach (var section in guide.Sections)
        {
            card.Body.Add(CardParts.Heading(section.Heading));
            card.Body.AddRange(section.Paragraphs.Select(text => PlainText.Paragraph(PlainText.Shorten(text, room.Long), AdaptiveSpacing.Small)));
            card.Body.AddRange(section.Points.Select(CardParts.Point));
        }

        card.Actions.AddRange(guide.Buttons.Take(1).Select(CardActions.First));
        CardActions.Place(card, [.. guide.Buttons.Skip(1)]);
    }
}
