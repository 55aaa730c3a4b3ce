using System.Globalization;
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

    /// <summary>A column is at least as wide as so many characters, and at most as so many.</summary>
    private const int Narrowest = 9;
    private const int Widest = 22;

    /// <summary>What a word needs beside its letters so that it is not broken: the edges of the cell, and that capitals are wide.</summary>
    private const int AroundWord = 4;

    /// <summary>The width of the text on A4, in twentieths of a point; on other paper the shares count.</summary>
    private const int TextWidth = 9638;

    /// <summary>The table.</summary>
    /// <param name="columns">The headings.</param>
    /// <param name="rows">A value a column each.</param>
    /// <param name="caption">What screen readers say of it.</param>
    public static Table Of(IReadOnlyList<string> columns, IReadOnlyCollection<ReadoutRow> rows, string caption)
    {
        var shares = Shares(columns, rows);
        var numbers = columns.Select((_, column) => rows.Any(row => IsNumber(row.Values[column]))).ToArray();
        return new Table(
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
            new TableGrid([.. shares.Select(share => new GridColumn { Width = ((int)(share * TextWidth)).ToString(CultureInfo.InvariantCulture) })]),
            new TableRow([new TableRowProperties(new CantSplit(), new TableHeader()), .. columns.Select((title, column) => Cell(title, WordStyles.CellHead, numbers[column], shares[column]))]),
            .. rows.Select(row => new TableRow([new TableRowProperties(new CantSplit()), .. row.Values.Select((value, column) => Cell(value.Shown, row.IsTotal ? WordStyles.CellHead : WordStyles.Cell, IsNumber(value), shares[column]))])),
        ]);
    }

    private static bool IsNumber(ReadoutValue value) => value is ReadoutValue.Number or ReadoutValue.Total;

    /// <summary>How much of the width each column has: by the longest that stands in it.</summary>
    private static double[] Shares(IReadOnlyList<string> columns, IReadOnlyCollection<ReadoutRow> rows)
    {
        var lengths = columns.Select((title, column) => Length([title, .. rows.Select(row => row.Values[column].Shown)])).ToArray();
        return [.. lengths.Select(length => length / lengths.Sum())];
    }

    private static double Length(string[] texts)
    {
        var word = texts.SelectMany(text => text.Split(' ')).Max(part => part.Length) + AroundWord;
        return Math.Clamp(texts.Max(text => text.Length), Math.Clamp(word, Narrowest, Widest), Widest);
    }

    private static TableCell Cell(string text, string style, bool isNumber, double share)
    {
        var paragraph = WordText.Paragraph(style, text);
        if (isNumber)
            paragraph.ParagraphProperties!.Append(new Justification { Val = JustificationValues.Right });
        return new TableCell(new TableCellProperties(new TableCellWidth { Type = TableWidthUnitValues.Pct, Width = ((int)(share * 5000)).ToString(CultureInfo.InvariantCulture) }), paragraph);
    }

    private static T Border<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Line };
}
