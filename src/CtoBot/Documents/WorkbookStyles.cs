using DocumentFormat.OpenXml.Spreadsheet;

namespace CtoBot.Documents;

/// <summary>The styles of a workbook's cells, by index.</summary>
internal static class WorkbookStyles
{
    public const uint Heading = 1;
    public const uint Text = 2;
    public const uint Number = 3;
    public const uint Date = 4;
    public const uint TotalText = 5;
    public const uint TotalNumber = 6;
    public const uint Cents = 7;
    public const uint TotalCents = 8;
    public const uint Fraction = 9;

    /// <summary>"#,##0", as the reader's Excel writes it.</summary>
    private const uint Thousands = 3;

    /// <summary>"#,##0.00". One format for both would end a whole number with a point.</summary>
    private const uint ThousandsAndCents = 4;

    private const uint General = 0;

    /// <summary>A day as the reader's Excel writes one.</summary>
    private const uint ShortDate = 14;

    private const uint Bold = 1;

    public static Stylesheet Make() => new(
        new Fonts(Font(isBold: false), Font(isBold: true)),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder())),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            OfText(Bold),
            OfText(0),
            OfNumber(0, Thousands),
            OfNumber(0, ShortDate),
            OfText(Bold),
            OfNumber(Bold, Thousands),
            OfNumber(0, ThousandsAndCents),
            OfNumber(Bold, ThousandsAndCents),
            OfNumber(0, General)),
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }));

    private static Font Font(bool isBold) => isBold
        ? new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" })
        : new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" });

    private static CellFormat OfText(uint font) => new(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top })
    {
        FontId = font,
        ApplyFont = true,
        ApplyAlignment = true,
        QuotePrefix = true,
    };

    private static CellFormat OfNumber(uint font, uint format) => new(new Alignment { Vertical = VerticalAlignmentValues.Top })
    {
        FontId = font,
        NumberFormatId = format,
        ApplyFont = true,
        ApplyNumberFormat = true,
        ApplyAlignment = true,
    };
}
