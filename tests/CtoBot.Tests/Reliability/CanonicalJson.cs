using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CtoBot.Tests.Reliability;

/// <summary>JSON that is the same text whenever it says the same: members in the order of their names.</summary>
internal static partial class CanonicalJson
{
    /// <summary>The same JSON, its members sorted.</summary>
    public static string Of(string json) => Sorted(JsonNode.Parse(json))!.ToJsonString(new(System.Text.Json.JsonSerializerOptions.Default)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>The text with every time in it replaced by a word, so that two runs of one script compare equal.</summary>
    public static string WithoutTimes(string text) => Times().Replace(text, "TIME");

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")]
    private static partial Regex Times();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, Sorted(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
