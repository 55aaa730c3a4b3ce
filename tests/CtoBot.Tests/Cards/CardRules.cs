using AdaptiveCards;
using CtoBot.Cards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Cards;

/// <summary>What every card has to keep, whatever it shows.</summary>
internal static class CardRules
{
    /// <summary>80 KB of UTF-16.</summary>
    private const int MostCharacters = 80_000 / sizeof(char);

    private const int MostActions = 6;

    private const char WordJoiner = '\u2060';

    /// <summary>The card as a client gets it.</summary>
    public static JObject Json(AdaptiveCard card) => JObject.Parse(card.ToJson());

    /// <summary>All objects of a type, or of types that begin so ("Input."), wherever they stand.</summary>
    public static IEnumerable<JObject> All(JObject card, string type) =>
        card.DescendantsAndSelf().OfType<JObject>().Where(item => item["type"]?.Type == JTokenType.String && ((string)item["type"]!).StartsWith(type, StringComparison.Ordinal));

    /// <summary>Fails with the first rule that the card breaks.</summary>
    public static void Check(AdaptiveCard card)
    {
        var json = Json(card);
        Assert.Equal("1.5", (string?)json["version"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)json["fallbackText"]), "The card has no text for notifications.");
        Assert.InRange(json.ToString(Formatting.None).Length, 1, MostCharacters);
        // A chart is newer than the schema: whoever does not know it shows what stands in its place.
        Assert.All(All(json, "Chart."), chart => Assert.Equal("Container", (string?)chart["fallback"]!["type"]));
        Assert.Equal(All(json, "Chart.").Count(), AdaptiveCard.FromJson(card.ToJson()).Warnings.Count(warning => warning.Message.Contains("'Chart.", StringComparison.Ordinal)));
        Assert.DoesNotContain(AdaptiveCard.FromJson(card.ToJson()).Warnings, warning => !warning.Message.Contains("'Chart.", StringComparison.Ordinal));
        Assert.Empty(All(json, "Image"));
        Texts(json);
        Inputs(json);
        Actions(json);
    }

    private static void Texts(JObject json)
    {
        foreach (var block in All(json, "TextBlock"))
        {
            var text = (string)block["text"]!;
            Assert.True((bool?)block["wrap"], $"“{text}” does not wrap.");
            Assert.Equal("heading", (string?)block["style"]);
            Assert.DoesNotContain(text, letter => "*_[]`#<>~|\\{}".Contains(letter));
        }

        foreach (var text in json.Descendants().OfType<JProperty>().Where(property => property.Name is "text").Select(property => (string)property.Value!))
        {
            Assert.DoesNotContain("{{DATE(", text, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("{{TIME(", text, StringComparison.OrdinalIgnoreCase);
            Assert.NotEqual("", text);
        }
    }

    private static void Inputs(JObject json)
    {
        foreach (var input in All(json, "Input."))
        {
            var id = (string)input["id"]!;
            Assert.StartsWith(CardData.InputPrefix, id, StringComparison.Ordinal);
            Assert.False(string.IsNullOrWhiteSpace((string?)input["label"]), $"{id} has no label.");
            Assert.True((bool?)input["isRequired"] != true || input["errorMessage"] is not null, $"{id} does not say that it is required.");
            Assert.True((string?)input["type"] != "Input.ChoiceSet" || (bool?)input["wrap"] == true, $"{id} does not wrap.");
            Assert.NotEqual("Input.Toggle", (string?)input["type"]);
        }
    }

    private static void Actions(JObject json)
    {
        var bars = json.Descendants().OfType<JProperty>().Where(property => property.Name == "actions").Select(property => property.Value.Children<JObject>().ToArray()).ToArray();
        // What shows more inputs asks nothing of the bot, and stands by itself beside them.
        var toggles = bars.Where(bar => bar is [var single] && (string?)single["type"] == "Action.ToggleVisibility").ToArray();
        JObject[] buttons = [.. bars.Except(toggles).SelectMany(bar => bar)];
        Assert.InRange(buttons.Length, 0, MostActions);
        foreach (var toggle in toggles.Select(bar => bar[0]))
        {
            Assert.InRange(((string)toggle["title"]!).Length, 1, 30);
            Assert.All(toggle["targetElements"]!, target => Assert.Contains(json.Descendants().OfType<JObject>(), element => (string?)element["id"] == (string?)target["elementId"]));
        }

        foreach (var action in All(json, "Action.Execute"))
        {
            var title = (string?)action["title"];
            Assert.False(string.IsNullOrWhiteSpace(title), "An action has no title.");
            Assert.True(!buttons.Contains(action) || title.Length <= 30, $"“{title}” is too long for a button on a phone.");
            Assert.False(string.IsNullOrEmpty((string?)action["verb"]), $"“{title}” has no verb.");
            Assert.Equal((string?)action["verb"], (string?)action["data"]!["verb"]);
            Assert.Equal("Action.Submit", (string?)action["fallback"]!["type"]);
            Assert.True(JToken.DeepEquals(action["data"], action["fallback"]!["data"]), $"“{title}” does something else in older clients.");
            Assert.Equal((string?)action["associatedInputs"], (string?)action["fallback"]!["associatedInputs"]);
        }

        Assert.All(All(json, "Action.Submit"), action => Assert.Equal("fallback", (action.Parent as JProperty)?.Name));
    }

    /// <summary>Everything that a text run or an input shows, as the person reads it.</summary>
    public static string Shown(JObject json) => string.Join('\n', json.Descendants().OfType<JProperty>()
        .Where(property => property.Name is "text" or "value" && property.Value.Type == JTokenType.String)
        .Select(property => ((string)property.Value!).Replace(WordJoiner.ToString(), "", StringComparison.Ordinal)));
}
