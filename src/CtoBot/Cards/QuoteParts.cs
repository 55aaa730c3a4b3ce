using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>Someone's words, set apart from the bot's, with their source below.</summary>
internal static class QuoteParts
{
    /// <summary>The most lines of words that are shortened.</summary>
    private const int MostLines = 8;

    /// <summary>The words as they are.</summary>
    public static AdaptiveContainer Whole(string words, string source, Room room) => new()
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Spacing = AdaptiveSpacing.Small,
        Items = { PlainText.Paragraph(words), PlainText.Subtle(room.Brief(source)) },
    };

    /// <summary>The words or their beginning, with the way to the whole.</summary>
    public static AdaptiveContainer Short(Quotation quote, Texts texts, Room room)
    {
        // Where there is no way to the whole, it stands here.
        var words = quote.Open is null ? room.Long(quote.Words) : Beginning(quote.Words, room.QuoteLength);
        var shown = Whole(words, quote.Source, room);
        if (quote.Open is null || words.Length == quote.Words.Length)
            return shown;
        var label = texts["card.wholeQuote"];
        shown.Items.Add(CardParts.Link(label, quote.Open, PlainText.OneLine($"{label} {quote.Source}", room.BriefLength)));
        return shown;
    }

    private static string Beginning(string words, int most)
    {
        var end = -1;
        for (var line = 0; line < MostLines; line++)
        {
            end = words.IndexOf('\n', end + 1);
            if (end < 0 || end > most)
                return PlainText.Shorten(words, most);
        }

        return words[..end].TrimEnd() + PlainText.Ellipsis;
    }
}
