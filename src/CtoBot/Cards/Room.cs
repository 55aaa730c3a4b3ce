using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>How much a card may show. A message with its card has to stay below what the channel takes.</summary>
/// <param name="Rows">Rows of a list.</param>
/// <param name="BriefLength">Characters of a notice, or of a text within a row.</param>
/// <param name="LongLength">Characters of a paragraph.</param>
internal sealed record Room(int Rows, int BriefLength, int LongLength)
{
    /// <summary>From generous to tight. The first that fits is taken.</summary>
    public static IReadOnlyList<Room> Sizes { get; } =
    [
        new Room(Reply.Brief.MostRows, 300, 6000),
        new Room(24, 160, 3000),
        new Room(12, 80, 1000),
        new Room(6, 60, 400),
    ];

    /// <summary>Characters of a note within a row: two lines of a phone.</summary>
    public int NoteLength => BriefLength / 4;

    /// <summary>Characters of someone's words within a page: seven lines of a phone.</summary>
    public int QuoteLength => BriefLength;

    /// <summary>A text that has to be brief.</summary>
    public string Brief(string text) => PlainText.Shorten(text, BriefLength);

    /// <summary>A paragraph.</summary>
    public string Long(string text) => PlainText.Shorten(text, LongLength);
}
