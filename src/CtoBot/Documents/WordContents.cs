using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>The contents of a Word document: a field that Word can update, filled already with links to the headings.</summary>
internal static class WordContents
{
    private const string Instruction = " TOC \\o \"1-1\" \\n \\h \\z ";

    /// <summary>A heading that the contents lead to.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="number">Its place among the headings, from 0.</param>
    public static Paragraph Heading(string text, int number)
    {
        var heading = WordText.Paragraph(WordStyles.Heading, text);
        var id = number.ToString(CultureInfo.InvariantCulture);
        heading.InsertAfter(new BookmarkStart { Id = id, Name = Mark(number) }, heading.ParagraphProperties);
        heading.Append(new BookmarkEnd { Id = id });
        return heading;
    }

    /// <summary>The contents.</summary>
    /// <param name="title">What stands above them.</param>
    /// <param name="headings">The headings, in order.</param>
    public static IEnumerable<OpenXmlElement> Of(string title, IReadOnlyList<string> headings)
    {
        yield return WordText.Paragraph(WordStyles.CellHead, title);
        foreach (var (heading, number) in headings.Select((heading, number) => (heading, number)))
        {
            var line = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = WordStyles.Contents }));
            if (number == 0)
            {
                line.Append(
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Begin }),
                    new Run(new FieldCode(Instruction) { Space = SpaceProcessingModeValues.Preserve }),
                    new Run(new FieldChar { FieldCharType = FieldCharValues.Separate }));
            }

            line.Append(new Hyperlink(new Run(new Text(WordText.Clean(heading)) { Space = SpaceProcessingModeValues.Preserve })) { Anchor = Mark(number), History = true });
            if (number == headings.Count - 1)
                line.Append(new Run(new FieldChar { FieldCharType = FieldCharValues.End }));
            yield return line;
        }
    }

    private static string Mark(int number) => FormattableString.Invariant($"_Toc{number + 1}");
}
