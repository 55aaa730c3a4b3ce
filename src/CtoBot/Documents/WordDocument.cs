using System.Globalization;
using CtoBot.Core;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>A page to read (<see cref="Reply.Sheet"/>) as a Word document (.docx). What people wrote is text in it and nothing else.</summary>
public static class WordDocument
{
    /// <summary>The document's bytes.</summary>
    /// <param name="sheet">What it says; notice and buttons are left out.</param>
    /// <param name="culture">The reader's: it decides the language of the spelling check and the size of the paper.</param>
    public static byte[] Write(Reply.Sheet sheet, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        ArgumentNullException.ThrowIfNull(culture);
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = WordText.Clean(sheet.Title);
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(culture);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
            main.Document = new Document(WordText.Directed(new Body([.. Paragraphs(sheet, WordStyles.Title, WordStyles.Heading), WordPaper.Of(culture)]), culture));
        }

        return stream.ToArray();
    }

    /// <summary>What the page says, with these styles for its title and its headings.</summary>
    internal static IEnumerable<OpenXmlElement> Paragraphs(Reply.Sheet sheet, string title, string heading)
    {
        yield return WordText.Paragraph(title, sheet.Title);
        yield return WordText.Paragraph(WordStyles.Subtitle, sheet.Lead);
        foreach (var section in sheet.Sections)
        {
            if (section.Heading.Length > 0)
                yield return WordText.Paragraph(heading, section.Heading);
            foreach (var text in section.Paragraphs)
                yield return WordText.Paragraph(WordStyles.Normal, text);
            foreach (var point in section.Points)
                yield return WordText.Paragraph(WordStyles.Bullet, point);
        }

        foreach (var (text, index) in sheet.Foot.Select((text, index) => (text, index)))
            yield return WordText.Paragraph(index == 0 ? WordStyles.FirstOfFoot : WordStyles.Foot, text);
    }
}
