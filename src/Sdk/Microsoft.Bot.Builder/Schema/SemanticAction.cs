using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A reference to a programmatic action.</summary>
public class SemanticAction
{
    /// <summary>The state of the action: <c>start</c>, <c>continue</c> or <c>done</c>.</summary>
    [JsonProperty("state")]
    public string State { get; set; }

    /// <summary>The id of the action.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The entities of the action.</summary>
    [JsonProperty("entities")]
    public IDictionary<string, Entity> Entities { get; set; }
}
