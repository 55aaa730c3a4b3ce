using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>The styles of a Word document. Heading styles have their built-in names, so that Word lists them in its navigation.</summary>
internal static class WordStyles
{
    public const string Normal = "Normal";
    public const string Title = "Title";
    public const string Subtitle = "Subtitle";
    public const string Heading = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Contents = "TOC1";
    public const string Quotation = "Quote";
    public const string Note = "Note";
    public const string Cell = "Cell";
    public const string CellHead = "CellHead";
    public const string Bullet = "ListBullet";
    public const string FirstOfFoot = "FirstOfFoot";
    public const string Foot = "Foot";

    private const string Font = "Calibri";
    private const string Grey = "595959";
    private const int BulletsId = 1;

    /// <summary>All of them; sizes in half points, distances in twentieths of a point.</summary>
    public static Styles Of(CultureInfo culture) => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = Font, HighAnsi = Font, ComplexScript = Font },
                new FontSize { Val = "20" },
                new FontSizeComplexScript { Val = "20" },
                Language(culture))),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(0, 40)))),
        Named(Normal, "Normal", null),
        Named(Title, "Title", new StyleParagraphProperties(Spacing(0, 60)), new Bold(), new BoldComplexScript(), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" }),
        Named(Subtitle, "Subtitle", new StyleParagraphProperties(Spacing(0, 120)), new Color { Val = Grey }),
        OfHeading(Heading, "heading 1", level: 0, size: "24"),
        OfHeading(Heading2, "heading 2", level: 1, size: "21"),
        Named(Contents, "toc 1", new StyleParagraphProperties(Spacing(0, 20))),
        Named(Quotation, "Quote", new StyleParagraphProperties(Spacing(100, 0), new Indentation { Left = "284" }), new Italic()),
        Named(Note, "Note", new StyleParagraphProperties(Spacing(0, 80), new Indentation { Left = "284" }), new Color { Val = Grey }, new FontSize { Val = "18" }),
        Named(Cell, "Cell", new StyleParagraphProperties(Spacing(20, 20)), new FontSize { Val = "18" }),
        Named(CellHead, "Cell head", new StyleParagraphProperties(new KeepNext(), Spacing(20, 20)), new Bold(), new FontSize { Val = "18" }),
        OfBullet(),
        Named(FirstOfFoot, "First of foot", new StyleParagraphProperties(Spacing(240, 20))),
        Named(Foot, "Foot", new StyleParagraphProperties(Spacing(0, 20))));

    /// <summary>The bullet of <see cref="Bullet"/>.</summary>
    public static Numbering Bullets()
    {
        var level = new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = NumberFormatValues.Bullet },
            new LevelText { Val = "•" },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = "284", Hanging = "284" }))
        {
            LevelIndex = 0,
        };
        var bullets = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.SingleLevel }, level) { AbstractNumberId = BulletsId };
        return new Numbering(bullets, new NumberingInstance(new AbstractNumId { Val = BulletsId }) { NumberID = BulletsId });
    }

    private static Style OfHeading(string id, string name, int level, string size) => Named(
        id,
        name,
        new StyleParagraphProperties(new KeepNext(), Spacing(160, 40), new OutlineLevel { Val = level }),
        new Bold(),
        new BoldComplexScript(),
        new FontSize { Val = size },
        new FontSizeComplexScript { Val = size });

    /// <summary>Word tells the languages of Latin, of East Asian and of right-to-left letters apart.</summary>
    private static Languages Language(CultureInfo culture)
    {
        var name = culture.Name.Length > 0 ? culture.Name : "en-GB";
        return culture switch
        {
            { TextInfo.IsRightToLeft: true } => new Languages { Bidi = name },
            { TwoLetterISOLanguageName: "ja" or "zh" } => new Languages { EastAsia = name },
            _ => new Languages { Val = name },
        };
    }

    private static Style OfBullet() => Named(
        Bullet,
        "List Bullet",
        new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = BulletsId }), Spacing(0, 20)));

    private static SpacingBetweenLines Spacing(int before, int after) => new()
    {
        Before = before.ToString(CultureInfo.InvariantCulture),
        After = after.ToString(CultureInfo.InvariantCulture),
    };

    private static Style Named(string id, string name, StyleParagraphProperties? paragraph, params OpenXmlElement[] run)
    {
        var style = new Style(new StyleName { Val = name })
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
            Default = id == Normal ? true : null,
            CustomStyle = id is FirstOfFoot or Foot or Note or Cell or CellHead ? true : null,
        };
        if (id != Normal)
            style.Append(new BasedOn { Val = Normal });
        style.Append(new PrimaryStyle());
        if (paragraph is not null)
            style.Append(paragraph);
        if (run.Length > 0)
            style.Append(new StyleRunProperties(run));
        return style;
    }
}
