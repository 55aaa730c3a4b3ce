using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to the creation of a conversation.</summary>
public class ConversationResourceResponse
{
    /// <summary>The id of the first activity, when one was sent.</summary>
    [JsonProperty("activityId")]
    public string ActivityId { get; set; }

    /// <summary>Where the conversation is served.</summary>
    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    /// <summary>The id of the conversation.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }
}
