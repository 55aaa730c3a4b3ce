using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>A page to read in one piece.</summary>
internal static class SheetCard
{
    public static void Fill(AdaptiveCard card, Reply.Sheet sheet, Room room)
    {
        if (sheet.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(CardParts.Title(sheet.Title, room));
        card.Body.Add(PlainText.Subtle(room.Long(sheet.Lead)));
        foreach (var section in sheet.Sections)
        {
            if (section.Heading.Length > 0)
                card.Body.Add(CardParts.Heading(section.Heading));
            card.Body.AddRange(section.Paragraphs.Select(text => PlainText.Paragraph(room.Long(text), AdaptiveSpacing.Small)));
            card.Body.AddRange(CardParts.Points(section.Points, room));
        }

        card.Body.AddRange(sheet.Foot.Select((text, index) => PlainText.Paragraph(room.Long(text), index == 0 ? AdaptiveSpacing.Large : AdaptiveSpacing.Small)));
        CardActions.Place(card, CardActions.First(sheet.Buttons.FirstOrDefault()), [.. sheet.Buttons.Skip(1)]);
    }
}
