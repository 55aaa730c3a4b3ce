using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>Text of a Word document.</summary>
internal static class WordText
{
    /// <summary>A paragraph of a style. Line ends in the text stay line ends.</summary>
    /// <param name="style">One of <see cref="WordStyles"/>.</param>
    /// <param name="text">Plain text.</param>
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

    /// <summary>Everything in the direction of a language: its paragraphs, the words in them, and the columns of its tables.</summary>
    /// <param name="body">What the document holds.</param>
    /// <param name="culture">The reader's.</param>
    /// <returns>The same.</returns>
    public static Body Directed(Body body, CultureInfo culture)
    {
        if (!culture.TextInfo.IsRightToLeft)
            return body;
        foreach (var paragraph in body.Descendants<Paragraph>())
            (paragraph.ParagraphProperties ??= new ParagraphProperties()).BiDi = new BiDi();
        foreach (var run in body.Descendants<Run>())
            (run.RunProperties ??= new RunProperties()).RightToLeftText = new RightToLeftText();
        foreach (var table in body.Descendants<TableProperties>())
            table.BiDiVisual = new BiDiVisual();
        return body;
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
