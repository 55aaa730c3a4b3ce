using CtoBot.Core.Readout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>A table of a Word document. Its head is repeated on every page, and no row is torn apart.</summary>
internal static class WordTable
{
    private const string Line = "BFBFBF";

    /// <summary>All of the width, in fiftieths of a percent.</summary>
    private const string Whole = "5000";

    /// <summary>The table.</summary>
    /// <param name="columns">The headings.</param>
    /// <param name="rows">A value a column each.</param>
    /// <param name="caption">What screen readers say of it.</param>
    public static Table Of(IReadOnlyList<string> columns, IEnumerable<ReadoutRow> rows, string caption) => new(
    [
        new TableProperties(
            new TableWidth { Width = Whole, Type = TableWidthUnitValues.Pct },
            new TableBorders(
                Border<TopBorder>(),
                Border<LeftBorder>(),
                Border<BottomBorder>(),
                Border<RightBorder>(),
                Border<InsideHorizontalBorder>(),
                Border<InsideVerticalBorder>()),
            new TableLayout { Type = TableLayoutValues.Autofit },
            new TableLook { Val = "0620", FirstRow = true },
            new TableCaption { Val = WordText.Clean(caption) }),
        new TableGrid([.. columns.Select(_ => new GridColumn())]),
        new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select(title => Cell(title, WordStyles.CellHead, isNumber: false))]),
        .. rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()), .. row.Values.Select(value => Cell(value.Shown, row.IsTotal ? WordStyles.CellHead : WordStyles.Cell, value is ReadoutValue.Number or ReadoutValue.Total))])),
    ]);

    private static TableCell Cell(string text, string style, bool isNumber)
    {
        var paragraph = WordText.Paragraph(style, text);
        if (isNumber)
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        return new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Auto, Width = "0" }), paragraph);
    }

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Line };
}
