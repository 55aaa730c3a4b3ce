using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>The paper of a Word document; lengths in twentieths of a point.</summary>
internal static class WordPaper
{
    private const int Edge = 1134;
    private const uint Side = Edge;
    private const uint Gap = 567;

    /// <summary>Letter where that is usual, else A4, with margins of two centimetres.</summary>
    public static SectionProperties Of(CultureInfo culture)
    {
        var isLetter = !culture.IsNeutralCulture && culture.Name.Length > 0 && new RegionInfo(culture.Name).TwoLetterISORegionName is "US" or "CA";
        var section = new SectionProperties(
            new PageSize { Width = isLetter ? 12240U : 11906U, Height = isLetter ? 15840U : 16838U },
            new PageMargin { Top = Edge, Bottom = Edge, Left = Side, Right = Side, Header = Gap, Footer = Gap, Gutter = 0U });
        if (culture.TextInfo.IsRightToLeft)
            section.Append(new BiDi());
        return section;
    }
}
