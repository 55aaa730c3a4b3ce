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
                new Languages { Val = culture.Name.Length > 0 ? culture.Name : "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(Spacing(0, 40)))),
        Named(Normal, "Normal", null),
        Named(Title, "Title", new StyleParagraphProperties(Spacing(0, 60)), new Bold(), new FontSize { Val = "32" }),
        Named(Subtitle, "Subtitle", new StyleParagraphProperties(Spacing(0, 120)), new Color { Val = Grey }),
        OfHeading(),
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

    private static Style OfHeading() => Named(
        Heading,
        "heading 1",
        new StyleParagraphProperties(new KeepNext(), Spacing(160, 40), new OutlineLevel { Val = 0 }),
        new Bold(),
        new FontSize { Val = "24" });

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
            CustomStyle = id is FirstOfFoot or Foot ? true : null,
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
