using CtoBot.Core;
using CtoBot.Core.Readout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>The readout as a Word document (.docx): contents, figures, charts that are drawings, tables, quotes, the verdict, and the agreement as an annex.</summary>
internal static class ReadoutDocument
{
    /// <summary>The document's bytes.</summary>
    /// <param name="page">What it says.</param>
    /// <param name="agreement">What CTO and CMO agreed, or null.</param>
    public static byte[] Write(ReadoutPage page, Reply.Sheet? agreement)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.PackageProperties.Title = WordText.Clean(page.Title);
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = WordStyles.Of(page.Texts.Culture);
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = WordStyles.Bullets();
            var body = new Body();
            main.Document = new Document(body);
            body.Append(
            [
                WordText.Paragraph(WordStyles.Title, page.Title),
                WordText.Paragraph(WordStyles.Subtitle, page.Lead),
                .. WordContents.Of(page.Texts["readout.contents"], [.. HasSituation(page) ? new[] { page.Texts["readout.section.situation"] } : [], .. page.Sections.Select(section => section.Heading), .. agreement is null ? [] : new[] { page.Texts["readout.section.annex"] }]),
                .. HasSituation(page) ? Situation(main, page) : [],
                .. page.Sections.SelectMany((section, index) => Section(main, page, section, index + (HasSituation(page) ? 1 : 0))),
                .. agreement is null ? [] : Annex(page, agreement, page.Sections.Length + 1),
                WordPaper.Of(page.Texts.Culture),
            ]);
            WordText.Directed(body, page.Texts.Culture);
        }

        return stream.ToArray();
    }

    /// <summary>A part of the readout has none.</summary>
    private static bool HasSituation(ReadoutPage page) => !page.Facts.IsEmpty;

    private static IEnumerable<OpenXmlElement> Situation(MainDocumentPart main, ReadoutPage page)
    {
        yield return WordContents.Heading(page.Texts["readout.section.situation"], 0);
        yield return WordTable.Of(
            [page.Texts["readout.head.figure"], page.Texts["readout.head.value"], page.Texts["readout.head.detail"]],
            [.. page.Facts.Select(fact => new ReadoutRow([new ReadoutValue.Words(fact.Label), new ReadoutValue.Words(fact.Value.Shown), new ReadoutValue.Words(fact.Detail ?? "")], []))],
            page.Texts["readout.table.situation"]);
        if (page.Progress is { } progress)
        {
            foreach (var element in Chart(main, progress, 0))
                yield return element;
        }
    }

    private static IEnumerable<OpenXmlElement> Section(MainDocumentPart main, ReadoutPage page, ReadoutSection section, int number)
    {
        yield return WordContents.Heading(section.Heading, number);
        yield return WordText.Paragraph(WordStyles.Normal, section.Lead);
        if (section.Chart is { } chart)
        {
            foreach (var element in Chart(main, chart, number))
                yield return element;
        }

        foreach (var table in section.Tables)
        {
            yield return WordText.Paragraph(WordStyles.Heading2, table.Title);
            yield return WordTable.Of(table.Columns, table.Rows, table.Title);
        }

        foreach (var quote in section.Quotes)
        {
            yield return WordText.Paragraph(WordStyles.Quotation, quote.Words);
            yield return WordText.Paragraph(WordStyles.Note, quote.About is { } about ? $"{quote.Source} · {about}" : quote.Source);
        }

        foreach (var words in section.Words)
        {
            yield return WordText.Paragraph(WordStyles.Heading2, words.Heading);
            foreach (var text in words.Paragraphs)
                yield return WordText.Paragraph(WordStyles.Normal, text);
            if (words.Points.Length > 0)
                yield return WordText.Paragraph(WordStyles.Note, page.Texts["verdict.restsOn"]);
            foreach (var point in words.Points)
                yield return WordText.Paragraph(WordStyles.Bullet, point);
        }
    }

    private static IEnumerable<OpenXmlElement> Chart(MainDocumentPart main, Chart chart, int number)
    {
        yield return WordText.Paragraph(WordStyles.Heading2, chart.Title);
        yield return WordChart.Add(main, chart, (uint)number + 1);
        if (chart.Note is { } note)
            yield return WordText.Paragraph(WordStyles.Note, note);
    }

    private static IEnumerable<OpenXmlElement> Annex(ReadoutPage page, Reply.Sheet agreement, int number)
    {
        yield return WordContents.Heading(page.Texts["readout.section.annex"], number);
        foreach (var element in WordDocument.Paragraphs(agreement, WordStyles.Heading2, WordStyles.Heading2))
            yield return element;
    }
}
