using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A reaction to a message.</summary>
public class MessageReaction
{
    /// <summary>The kind of reaction, for example <c>like</c>.</summary>
    [JsonProperty("type")]
    public string Type { get; set; }
}
