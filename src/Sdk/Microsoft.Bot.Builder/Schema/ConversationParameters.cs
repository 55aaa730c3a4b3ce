using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The request that creates a conversation.</summary>
public class ConversationParameters
{
    /// <summary>False for a personal chat.</summary>
    [JsonProperty("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>The bot that creates it.</summary>
    [JsonProperty("bot")]
    public ChannelAccount Bot { get; set; }

    /// <summary>Who takes part, besides the bot.</summary>
    [JsonProperty("members")]
    public IList<ChannelAccount> Members { get; set; }

    /// <summary>A topic, where the channel has one.</summary>
    [JsonProperty("topicName")]
    public string TopicName { get; set; }

    /// <summary>A first message to send with the creation.</summary>
    [JsonProperty("activity")]
    public Activity Activity { get; set; }

    /// <summary>What the channel needs besides; in Teams a <see cref="Teams.TeamsChannelData"/>.</summary>
    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    /// <summary>The Entra tenant of the members.</summary>
    [JsonProperty("tenantId")]
    public string TenantId { get; set; }
}
