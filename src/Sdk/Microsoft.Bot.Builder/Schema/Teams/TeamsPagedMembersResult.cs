using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>A page of the members of a conversation, with what Teams tells about them.</summary>
public class TeamsPagedMembersResult
{
    /// <summary>Where the next page begins; null after the last.</summary>
    [JsonProperty("continuationToken")]
    public string ContinuationToken { get; set; }

    /// <summary>The members.</summary>
    [JsonProperty("members")]
    public IList<TeamsChannelAccount> Members { get; set; } = [];
}
