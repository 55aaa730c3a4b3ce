namespace CtoBot.Cards;

/// <summary>How much a card may show. A message with its card has to stay below what the channel takes.</summary>
/// <param name="Rows">Rows of a list.</param>
/// <param name="Brief">Characters of a notice, or of a text within a row.</param>
/// <param name="Long">Characters of a text that has the card to itself.</param>
internal sealed record Room(int Rows, int Brief, int Long)
{
    /// <summary>From generous to tight. The first that fits is taken.</summary>
    public static IReadOnlyList<Room> Sizes { get; } =
    [
        new Room(60, 300, 6000),
        new Room(24, 160, 3000),
        new Room(12, 80, 1000),
        new Room(6, 60, 400),
    ];
}
