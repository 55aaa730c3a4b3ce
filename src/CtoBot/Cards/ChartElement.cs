using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Readout;
using Newtonsoft.Json;

namespace CtoBot.Cards;

/// <summary>
/// A chart as Teams draws it (<c>Chart.HorizontalBar</c>, <c>Chart.Gauge</c>). A client that knows no charts shows the same figures in words.
/// </summary>
internal static class ChartElement
{
    /// <summary>The most characters of what stands beside a bar.</summary>
    private const int LabelLength = 40;

    /// <summary>Heading, chart and note. Some clients do not show a chart's own title, so it has none.</summary>
    public static IEnumerable<AdaptiveElement> Of(Chart chart, Room room)
    {
        yield return CardParts.Heading(room.Brief(chart.Title));
        AdaptiveElement element = chart.Kind == ChartKind.Gauge ? Gauge(chart) : Bars(chart);
        element.Fallback = new AdaptiveFallbackElement(InWords(chart, room));
        yield return element;
        if (chart.Note is { } note)
            yield return PlainText.Subtle(room.Long(note));
    }

    private static BarChart Bars(Chart chart) => new()
    {
        Data = [.. chart.Points.Zip(Labels(chart.Points), (point, label) => new Bar(label, Number(point.Value), Color(point.Tone)))],
    };

    private static GaugeChart Gauge(Chart chart)
    {
        var point = chart.Points[0];
        return new GaugeChart
        {
            Value = Number(point.Value),
            Max = Number(chart.Most),
            SubLabel = Label(point.Label),
            Segments = [.. chart.Points.Select((part, index) => new Segment(Label(part.Label), Number(part.Value), index == 0 ? "good" : "neutral"))],
        };
    }

    private static AdaptiveContainer InWords(Chart chart, Room room) => new()
    {
        Items =
        [
            .. chart.Points.Take(room.Rows).Select(point => PlainText.Block(
                AdaptiveSpacing.Small,
                PlainText.Run(PlainText.OneLine(point.Label, room.BriefLength) + PlainText.Gap),
                PlainText.Small(PlainText.OneLine(point.Shown, room.BriefLength)))),
        ],
    };

    /// <summary>Beside each bar its own label: bars with the same one are drawn as one, and long ones may have become the same.</summary>
    private static IEnumerable<string> Labels(IReadOnlyList<ChartPoint> points)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var label in points.Select(point => PlainText.OneLine(point.Label, LabelLength)))
        {
            var number = counts[label] = counts.GetValueOrDefault(label) + 1;
            yield return number == 1 ? PlainText.Literal(label) : PlainText.Literal(FormattableString.Invariant($"{number}. {label}"));
        }
    }

    private static string Label(string text) => PlainText.Literal(PlainText.OneLine(text, LabelLength));

    /// <summary>A whole number is written as one.</summary>
    private static object Number(decimal value) => value == decimal.Truncate(value) && value < long.MaxValue ? (long)value : value;

    private static string Color(Tone tone) => tone switch
    {
        Tone.Good => "good",
        Tone.Warning => "warning",
        Tone.Attention => "attention",
        // One colour: clients would give each bar another.
        _ => "categoricalBlue",
    };

    private sealed class BarChart : AdaptiveElement
    {
        public override string Type { get; set; } = "Chart.HorizontalBar";

        [JsonProperty("displayMode")]
        public string DisplayMode { get; init; } = "AbsoluteNoAxis";

        [JsonProperty("data")]
        public required IReadOnlyList<Bar> Data { get; init; }
    }

    private sealed class GaugeChart : AdaptiveElement
    {
        public override string Type { get; set; } = "Chart.Gauge";

        [JsonProperty("subLabel")]
        public required string SubLabel { get; init; }

        [JsonProperty("value")]
        public required object Value { get; init; }

        [JsonProperty("min")]
        public int Min { get; init; }

        [JsonProperty("max")]
        public required object Max { get; init; }

        [JsonProperty("valueFormat")]
        public string ValueFormat { get; init; } = "Fraction";

        [JsonProperty("showLegend")]
        public bool ShowLegend { get; init; }

        [JsonProperty("segments")]
        public required IReadOnlyList<Segment> Segments { get; init; }
    }

    private sealed record Bar([property: JsonProperty("x")] string X, [property: JsonProperty("y")] object Y, [property: JsonProperty("color")] string Color);

    private sealed record Segment([property: JsonProperty("legend")] string Legend, [property: JsonProperty("size")] object Size, [property: JsonProperty("color")] string Color);
}
