using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>A few words with buttons.</summary>
internal static class NoteCard
{
    public static void Fill(AdaptiveCard card, Reply.Note note, Room room)
    {
        card.Body.Add(CardParts.Title(note.Title, room));
        card.Body.AddRange(note.Paragraphs.Select(text => PlainText.Paragraph(room.Long(text))));
        CardActions.Place(card, CardActions.First(note.Buttons.FirstOrDefault()), [.. note.Buttons.Skip(1)]);
    }
}
