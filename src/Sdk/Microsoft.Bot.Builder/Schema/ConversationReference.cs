using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A place in a conversation: what is needed to send there later.</summary>
public class ConversationReference
{
    /// <summary>The activity referred to.</summary>
    [JsonProperty("activityId")]
    public string ActivityId { get; set; }

    /// <summary>The person in the conversation.</summary>
    [JsonProperty("user")]
    public ChannelAccount User { get; set; }

    /// <summary>The bot in the conversation.</summary>
    [JsonProperty("bot")]
    public ChannelAccount Bot { get; set; }

    /// <summary>The conversation.</summary>
    [JsonProperty("conversation")]
    public ConversationAccount Conversation { get; set; }

    /// <summary>The channel, see <c>Microsoft.Bot.Connector.Channels</c>.</summary>
    [JsonProperty("channelId")]
    public string ChannelId { get; set; }

    /// <summary>The BCP-47 locale of the person.</summary>
    [JsonProperty("locale")]
    public string Locale { get; set; }

    /// <summary>Where the conversation is served.</summary>
    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    /// <summary>The activity that a proactive turn begins with.</summary>
    /// <returns>An event named <c>ContinueConversation</c> with an id of its own.</returns>
    public Activity GetContinuationActivity() => new(ActivityTypes.Event)
    {
        Name = "ContinueConversation",
        Id = Guid.NewGuid().ToString(),
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
