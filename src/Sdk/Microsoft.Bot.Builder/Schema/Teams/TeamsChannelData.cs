using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What Teams adds to an activity, in its <c>channelData</c>.</summary>
public class TeamsChannelData
{
    /// <summary>The channel of the message.</summary>
    [JsonProperty("channel")]
    public ChannelInfo Channel { get; set; }

    /// <summary>The kind of a conversation update, for example <c>teamMemberAdded</c>.</summary>
    [JsonProperty("eventType")]
    public string EventType { get; set; }

    /// <summary>The team of the message.</summary>
    [JsonProperty("team")]
    public TeamInfo Team { get; set; }

    /// <summary>How to notify of a message to be sent.</summary>
    [JsonProperty("notification")]
    public NotificationInfo Notification { get; set; }

    /// <summary>The Entra tenant of the message.</summary>
    [JsonProperty("tenant")]
    public TenantInfo Tenant { get; set; }
}
