using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Figures and signs as text.</summary>
internal static class FigureRun
{
    /// <summary>Asks for text: some phones would show a coloured picture.</summary>
    private const char TextSign = '\ufe0e';

    /// <summary>Boxes and what is written in them. For some there are pictures.</summary>
    private const string Signs = "☐☑✔✖⚠";

    /// <summary>The figure; the longer, the smaller.</summary>
    public static AdaptiveTextRun Make(string figure) => new(PlainText.Literal(Sign(figure)))
    {
        Size = figure.Length switch
        {
            1 when IsSign(figure) => AdaptiveTextSize.ExtraLarge,
            <= 3 => AdaptiveTextSize.Large,
            _ => AdaptiveTextSize.Default,
        },
        Weight = char.IsAsciiDigit(figure[0]) ? AdaptiveTextWeight.Bolder : AdaptiveTextWeight.Default,
    };

    /// <summary>The colour of a sign that stands on the card itself.</summary>
    public static AdaptiveTextColor Color(Tone tone) => tone switch
    {
        Tone.Good => AdaptiveTextColor.Good,
        Tone.Warning => AdaptiveTextColor.Warning,
        Tone.Attention => AdaptiveTextColor.Attention,
        _ => AdaptiveTextColor.Default,
    };

    /// <summary>The ground on which a figure stands. Clients write on it in dark or light, as it can be read: coloured figures on white cannot.</summary>
    public static AdaptiveContainerStyle Ground(Tone tone) => tone switch
    {
        Tone.Good => AdaptiveContainerStyle.Good,
        Tone.Warning => AdaptiveContainerStyle.Warning,
        Tone.Attention => AdaptiveContainerStyle.Attention,
        _ => AdaptiveContainerStyle.Emphasis,
    };

    private static bool IsSign(string text) => text.Length == 1 && Signs.Contains(text[0], StringComparison.Ordinal);

    private static string Sign(string text) => IsSign(text) ? text + TextSign : text;
}
