using AdaptiveCards;
using Newtonsoft.Json;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

public class CustomElementTests
{
    private sealed class Gauge : AdaptiveElement
    {
        public override string Type { get; set; } = "Chart.Gauge";

        [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
        public string? Title { get; set; }

        public double Value { get; set; }
    }

    [Fact]
    public void An_element_of_ones_own_is_written_like_those_of_the_library()
    {
        var gauge = new Gauge
        {
            Value = 0.5,
            Spacing = AdaptiveSpacing.Large,
            Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("50 %")),
        };
        CardAssert.WrittenAs("""{"type":"Chart.Gauge","value":0.5,"spacing":"large","fallback":{"type":"TextBlock","text":"50 %"}}""", gauge);
        Assert.StartsWith("{\"type\":\"Chart.Gauge\"", JsonConvert.SerializeObject(gauge), StringComparison.Ordinal);
    }

    [Fact]
    public void An_element_of_ones_own_is_read_once_it_is_registered()
    {
        AdaptiveTypedElementConverter.RegisterTypedElement<Gauge>();
        var result = AdaptiveCard.FromJson("""{"type":"AdaptiveCard","version":"1.5","body":[{"type":"Chart.Gauge","title":"t","value":0.5}]}""");
        Assert.Empty(result.Warnings);
        Assert.Equal(0.5, Assert.IsType<Gauge>(result.Card.Body[0]).Value);
    }

    [Fact]
    public void An_element_without_a_class_is_written_through_its_additional_properties()
    {
        var element = new AdaptiveUnknownElement { Type = "ProgressBar", AdditionalProperties = { ["value"] = 40, ["max"] = 100 } };
        CardAssert.WrittenAs("""{"type":"ProgressBar","value":40,"max":100}""", element);
    }
}
