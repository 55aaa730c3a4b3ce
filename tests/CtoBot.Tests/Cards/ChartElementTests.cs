using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Readout;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Cards;

/// <summary>Charts on cards: what a client draws says as much as what it shows in words.</summary>
public class ChartElementTests
{
    [Fact]
    public void What_there_is_to_know_stands_below_a_chart_that_is_drawn()
    {
        var body = Body(new Chart(ChartKind.Bars, "Revenue", [new ChartPoint("5, going", 1, "1 EUR")], 1, "Bars show EUR only."));
        var chart = body.FindIndex(element => (string?)element["type"] == "Chart.HorizontalBar");
        Assert.Contains("Bars show EUR only.", CardRules.Shown((JObject)body[chart + 1]), StringComparison.Ordinal);
        // Not twice where it is not drawn.
        Assert.DoesNotContain("Bars show EUR only.", body[chart]["fallback"]!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_whose_names_begin_alike_keep_labels_of_their_own()
    {
        var title = "The export of the quarterly report drops rows ";
        var body = Body(new Chart(ChartKind.Bars, "Bugs", [new ChartPoint(title + "of sales", 3, "3"), new ChartPoint(title + "of service", 2, "2"), new ChartPoint("Other", 1, "1"), new ChartPoint(title, 1, "1")], 3));
        var labels = body.Single(element => (string?)element["type"] == "Chart.HorizontalBar")["data"]!.Select(bar => (string)bar["x"]!).ToList();
        Assert.Equal(4, labels.Distinct().Count());
        Assert.StartsWith("The export", labels[0], StringComparison.Ordinal);
        Assert.StartsWith("2. The export", labels[1], StringComparison.Ordinal);
        Assert.Equal("Other", labels[2]);
    }

    private static List<JToken> Body(Chart chart)
    {
        var (reply, texts) = Samples.All["readout"];
        var card = JObject.Parse(CardRenderer.Render((Reply.Dashboard)reply with { Charts = [chart] }, texts)!.ToJson());
        return [.. card["body"]!];
    }
}
