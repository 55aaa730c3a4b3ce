using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Figures and signs as text.</summary>
internal static class FigureRun
{
    /// <summary>Asks for text: some phones would show a coloured picture.</summary>
    private const char TextSign = '\ufe0e';

    /// <summary>Signs for which there are pictures.</summary>
    private const string Pictured = "☑✔✖⚠";

    /// <summary>The figure in the colour of its tone; the longer, the smaller.</summary>
    public static AdaptiveTextRun Make(Figure figure) => new(PlainText.Literal(Sign(figure.Text)))
    {
        Size = figure.Text.Length switch
        {
            1 => AdaptiveTextSize.ExtraLarge,
            2 or 3 => AdaptiveTextSize.Large,
            _ => AdaptiveTextSize.Default,
        },
        Weight = char.IsAsciiDigit(figure.Text[0]) ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
        Color = Color(figure.Tone),
    };

    /// <summary>The client's colour for a tone.</summary>
    public static AdaptiveTextColor Color(Tone tone) => tone switch
    {
        Tone.Good => AdaptiveTextColor.Good,
        Tone.Warning => AdaptiveTextColor.Warning,
        Tone.Attention => AdaptiveTextColor.Attention,
        _ => AdaptiveTextColor.Default,
    };

    private static string Sign(string text) => text.Length == 1 && Pictured.Contains(text[0], StringComparison.Ordinal) ? text + TextSign : text;
}
