using System.Globalization;
using CtoBot.Cards;
using CtoBot.Core;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using Chart = CtoBot.Core.Readout.Chart;
using D = DocumentFormat.OpenXml.Drawing.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace CtoBot.Documents;

/// <summary>A chart of a Word document: a drawing of bars with their figures, and the same in words for who does not see it.</summary>
internal static class WordChart
{
    private const string ChartUri = "http://schemas.openxmlformats.org/drawingml/2006/chart";

    /// <summary>Sixteen centimetres, in English Metric Units.</summary>
    private const long Width = 16 * 360_000;

    private const long HeightOfBar = 290_000;
    private const long HeightOfFrame = 300_000;

    /// <summary>The most characters beside a bar.</summary>
    private const int LabelLength = 44;

    private const uint Categories = 1;
    private const uint Values = 2;

    /// <summary>Adds the chart to the document.</summary>
    /// <param name="main">The document.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="id">Its number among the drawings, from 1.</param>
    /// <returns>The paragraph that shows it.</returns>
    public static W.Paragraph Add(MainDocumentPart main, Chart chart, uint id)
    {
        var part = main.AddNewPart<ChartPart>();
        part.ChartSpace = new ChartSpace(
            new RoundedCorners { Val = false },
            new DocumentFormat.OpenXml.Drawing.Charts.Chart(
                new AutoTitleDeleted { Val = true },
                new PlotArea(new Layout(), Bars(chart), CategoryAxis(), ValueAxis(chart)),
                new PlotVisibleOnly { Val = true },
                new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }));
        var words = string.Join("; ", chart.Points.Select(point => $"{point.Label}: {point.Shown}"));
        var inline = new D.Inline(
            new D.Extent { Cx = Width, Cy = HeightOfFrame + HeightOfBar * chart.Points.Length },
            new D.EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new D.DocProperties { Id = id, Name = FormattableString.Invariant($"Chart {id}"), Description = WordText.Clean($"{chart.Title}. {words}") },
            new D.NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new ChartReference { Id = main.GetIdOfPart(part) }) { Uri = ChartUri }))
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        return new W.Paragraph(new W.ParagraphProperties(new W.ParagraphStyleId { Val = WordStyles.Normal }, new W.KeepNext()), new W.Run(new W.Drawing(inline)));
    }

    private static BarChart Bars(Chart chart)
    {
        var series = new BarChartSeries(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = 0 },
            new Order { Val = 0 },
            new SeriesText(new NumericValue(WordText.Clean(chart.Title))),
            Fill(Tone.Neutral),
            new InvertIfNegative { Val = false });
        foreach (var (point, index) in chart.Points.Select((point, index) => (point, index)).Where(item => item.point.Tone != Tone.Neutral))
            series.Append(new DataPoint(new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)index }, new InvertIfNegative { Val = false }, new Bubble3D { Val = false }, Fill(point.Tone)));
        series.Append(
            new DataLabels(
                new DataLabelPosition { Val = DataLabelPositionValues.OutsideEnd },
                new ShowLegendKey { Val = false },
                new ShowValue { Val = true },
                new ShowCategoryName { Val = false },
                new ShowSeriesName { Val = false },
                new ShowPercent { Val = false },
                new ShowBubbleSize { Val = false }),
            new CategoryAxisData(Labels(chart)),
            new DocumentFormat.OpenXml.Drawing.Charts.Values(Numbers(chart)));
        return new BarChart(
            new BarDirection { Val = BarDirectionValues.Bar },
            new BarGrouping { Val = BarGroupingValues.Clustered },
            new VaryColors { Val = false },
            series,
            new GapWidth { Val = 50 },
            new AxisId { Val = Categories },
            new AxisId { Val = Values });
    }

    private static StringLiteral Labels(Chart chart)
    {
        var labels = new StringLiteral(new PointCount { Val = (uint)chart.Points.Length });
        foreach (var (point, index) in chart.Points.Select((point, index) => (point, index)))
            labels.Append(new StringPoint(new NumericValue(WordText.Clean(PlainText.OneLine(point.Label, LabelLength)))) { Index = (uint)index });
        return labels;
    }

    private static NumberLiteral Numbers(Chart chart)
    {
        var format = chart.Points.Any(point => point.Value != decimal.Truncate(point.Value)) ? "#,##0.0" : "#,##0";
        var numbers = new NumberLiteral(new FormatCode(format), new PointCount { Val = (uint)chart.Points.Length });
        foreach (var (point, index) in chart.Points.Select((point, index) => (point, index)))
            numbers.Append(new NumericPoint(new NumericValue(point.Value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)index });
        return numbers;
    }

    /// <summary>The first figure stands at the top.</summary>
    private static CategoryAxis CategoryAxis() => new(
        new AxisId { Val = Categories },
        new Scaling(new Orientation { Val = OrientationValues.MaxMin }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Left },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        new CrossingAxis { Val = Values },
        new Crosses { Val = CrossesValues.AutoZero });

    /// <summary>Not drawn: each bar says its figure.</summary>
    private static ValueAxis ValueAxis(Chart chart) => new(
        new AxisId { Val = Values },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MaxAxisValue { Val = (double)chart.Most * 1.15 }, new MinAxisValue { Val = 0 }),
        new Delete { Val = true },
        new AxisPosition { Val = AxisPositionValues.Top },
        new MajorTickMark { Val = TickMarkValues.None },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.None },
        new CrossingAxis { Val = Categories },
        new Crosses { Val = CrossesValues.AutoZero });

    private static ChartShapeProperties Fill(Tone tone) => new(new A.SolidFill(new A.RgbColorModelHex
    {
        Val = tone switch { Tone.Attention => "C4314B", Tone.Warning => "C19C00", Tone.Good => "237B4B", _ => "4F6BED" },
    }));
}
