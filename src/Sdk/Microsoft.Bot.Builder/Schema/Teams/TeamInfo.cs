using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A team.</summary>
public class TeamInfo
{
    /// <summary>The id of the team on the channel.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The name of the team.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }

    /// <summary>The Entra group of the team.</summary>
    [JsonProperty("aadGroupId")]
    public string AadGroupId { get; set; }
}
