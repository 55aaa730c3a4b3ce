using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

internal static class CardAssert
{
    /// <summary>Compares what an element is written as with JSON by its properties, whatever their order.</summary>
    public static void WrittenAs(string expected, AdaptiveTypedElement element)
    {
        var actual = Parse(JsonConvert.SerializeObject(element));
        Assert.True(JToken.DeepEquals(Parse(expected), actual), $"Expected:\n{Parse(expected)}\nActual:\n{actual}");
    }

    /// <summary>Reads a card with one element in its body and writes it again.</summary>
    public static void SurvivesARoundTrip(string element)
    {
        var card = $$"""{"type":"AdaptiveCard","version":"1.5","body":[{{element}}]}""";
        var result = AdaptiveCard.FromJson(card);
        Assert.Empty(result.Warnings);
        WrittenAs(card, result.Card);
    }

    /// <summary>Reads a card with one action and writes it again.</summary>
    public static void ActionSurvivesARoundTrip(string action)
    {
        var card = $$"""{"type":"AdaptiveCard","version":"1.5","actions":[{{action}}]}""";
        var result = AdaptiveCard.FromJson(card);
        Assert.Empty(result.Warnings);
        WrittenAs(card, result.Card);
    }

    private static JToken Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JToken.Load(reader);
    }
}
