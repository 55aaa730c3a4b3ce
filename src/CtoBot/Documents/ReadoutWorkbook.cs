using System.Globalization;
using CtoBot.Core.Readout;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NodaTime;

namespace CtoBot.Documents;

/// <summary>The tables of the readout as an Excel workbook (.xlsx), a sheet each. Words are text in it and never a formula.</summary>
internal static class ReadoutWorkbook
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What Excel takes in a cell, in characters.</summary>
    private const int MostInCell = 32_767;

    /// <summary>What Excel takes as the name of a sheet.</summary>
    private const int MostInName = 31;

    /// <summary>Day 0 of a workbook, as far as days after 28 February 1900 go.</summary>
    private static readonly LocalDate Epoch = new(1899, 12, 30);

    /// <summary>The workbook's bytes.</summary>
    public static byte[] Write(ReadoutPage page)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            document.PackageProperties.Title = WordText.Clean(page.Title);
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.Make();
            var sheets = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var table in FlatTable.All(page))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Sheet(table);
                sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)names.Count + 1, Name = NameOf(table, names) });
            }

            book.Workbook = new Workbook(sheets);
        }

        return stream.ToArray();
    }

    private static Worksheet Sheet(FlatTable table) => new(
        new SheetProperties(new PageSetupProperties { FitToPage = true }),
        new SheetViews(new SheetView(
            new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen })
        {
            WorkbookViewId = 0,
        }),
        new Columns([.. table.Columns.Select((title, index) => new Column { Min = (uint)index + 1, Max = (uint)index + 1, Width = WidthOf(table, index), CustomWidth = true })]),
        new SheetData(
        [
            new Row([.. table.Columns.Select(title => Text(title, WorkbookStyles.Heading))]),
            .. table.Rows.Select((row, index) => new Row([.. row.Select(value => CellOf(value, table.Totals.Contains(index)))])),
        ]),
        // Printed, all columns stand on one page.
        new PageSetup { Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });

    private static Cell CellOf(object? value, bool isTotal) => value switch
    {
        decimal number => new Cell { CellValue = new CellValue(number.ToString(CultureInfo.InvariantCulture)), StyleIndex = StyleOf(number, isTotal) },
        LocalDate date => new Cell { CellValue = new CellValue(Period.DaysBetween(Epoch, date).ToString(CultureInfo.InvariantCulture)), StyleIndex = WorkbookStyles.Date },
        string words => Text(words, isTotal ? WorkbookStyles.TotalText : WorkbookStyles.Text),
        _ => new Cell(),
    };

    /// <summary>An average has one decimal, and an amount none or two.</summary>
    private static uint StyleOf(decimal number, bool isTotal) =>
        number == decimal.Truncate(number) ? isTotal ? WorkbookStyles.TotalNumber : WorkbookStyles.Number
        : Math.Abs(number) < 10 ? WorkbookStyles.Fraction
        : isTotal ? WorkbookStyles.TotalCents
        : WorkbookStyles.Cents;

    /// <summary>Text in the cell itself. Its style says that it is text even if somebody edits it: what begins like a formula stays words.</summary>
    private static Cell Text(string words, uint style) => new()
    {
        DataType = CellValues.InlineString,
        StyleIndex = style,
        InlineString = new InlineString(new Text(Cut(WordText.Clean(words))) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static string Cut(string words) => words.Length <= MostInCell ? words : words[..(char.IsHighSurrogate(words[MostInCell - 2]) ? MostInCell - 2 : MostInCell - 1)] + "…";

    /// <summary>Wide enough for most of what is in it, in characters.</summary>
    private static double WidthOf(FlatTable table, int column)
    {
        var longest = table.Rows.Select(row => row[column] is string words ? words.Length : 12).Append(table.Columns[column].Length).Max();
        return Math.Clamp(longest + 2, 10, 60);
    }

    private static string NameOf(FlatTable table, HashSet<string> taken)
    {
        var clean = string.Concat(table.Title.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal)));
        var name = clean.Length <= MostInName ? clean : clean[..MostInName];
        for (var number = 2; !taken.Add(name); number++)
            name = FormattableString.Invariant($"{clean[..Math.Min(clean.Length, MostInName - 3)]} {number}");
        return name;
    }
}
