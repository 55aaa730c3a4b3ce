using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>Text of a Word document.</summary>
internal static class WordText
{
    /// <summary>A paragraph of a style. Line ends in the text stay line ends.</summary>
    public static Paragraph Paragraph(string style, string text)
    {
        var run = new Run();
        foreach (var (line, index) in Clean(text).Split('\n').Select((line, index) => (line, index)))
        {
            if (index > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }), run);
    }

    /// <summary>The text without what XML cannot hold: half a character, and control characters other than tab and line end.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            // Half a character is enumerated as the replacement character.
            if (rune.Value is '\t' or '\n' || !(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF))
                clean.Append(rune.ToString());
        }

        return clean.ToString();
    }
}
