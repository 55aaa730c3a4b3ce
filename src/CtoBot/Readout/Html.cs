using System.Text.Encodings.Web;
using System.Text.Unicode;
using CtoBot.Cards;

namespace CtoBot.Readout;

/// <summary>Text within HTML: as it is shown, and never a tag.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The text for an element or a quoted attribute, without turns of direction.</summary>
    public static string Text(string text) => Encoder.Encode(Directions.Without(text));
}
