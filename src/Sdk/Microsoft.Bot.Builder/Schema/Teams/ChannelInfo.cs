using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A channel of a team.</summary>
public class ChannelInfo
{
    /// <summary>The id of the channel.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The name; null for the General channel.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }
}
