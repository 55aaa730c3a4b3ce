using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>What channel and bot send each other. One type for all activities; <see cref="Type"/> says which.</summary>
/// <remarks>Null properties are left out of the JSON; properties it does not define survive in <see cref="Properties"/>.</remarks>
public partial class Activity
{
    /// <summary>Creates an activity without a type.</summary>
    public Activity()
    {
    }

    /// <summary>Creates an activity of a type.</summary>
    /// <param name="type">See <see cref="ActivityTypes"/>.</param>
    public Activity(string type) => Type = type;

    /// <summary>See <see cref="ActivityTypes"/>. An activity without it is none.</summary>
    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>The id on the channel.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>When it was sent, in UTC.</summary>
    [JsonProperty("timestamp")]
    public DateTimeOffset? Timestamp { get; set; }

    /// <summary>When it was sent, with the offset of the sender.</summary>
    [JsonProperty("localTimestamp")]
    public DateTimeOffset? LocalTimestamp { get; set; }

    /// <summary>The IANA id of the time zone of the sender.</summary>
    [JsonProperty("localTimezone")]
    public string LocalTimezone { get; set; }

    /// <summary>Who called the bot, as an IRI. Set by the adapter.</summary>
    [JsonProperty("callerId")]
    public string CallerId { get; set; }

    /// <summary>Where the conversation is served.</summary>
    [JsonProperty("serviceUrl")]
    public string ServiceUrl { get; set; }

    /// <summary>The channel, see <c>Microsoft.Bot.Connector.Channels</c>.</summary>
    [JsonProperty("channelId")]
    public string ChannelId { get; set; }

    /// <summary>The sender.</summary>
    [JsonProperty("from")]
    public ChannelAccount From { get; set; }

    /// <summary>The conversation.</summary>
    [JsonProperty("conversation")]
    public ConversationAccount Conversation { get; set; }

    /// <summary>The recipient.</summary>
    [JsonProperty("recipient")]
    public ChannelAccount Recipient { get; set; }

    /// <summary>See <see cref="TextFormatTypes"/>.</summary>
    [JsonProperty("textFormat")]
    public string TextFormat { get; set; }

    /// <summary>See <see cref="AttachmentLayoutTypes"/>.</summary>
    [JsonProperty("attachmentLayout")]
    public string AttachmentLayout { get; set; }

    /// <summary>Who joined, in a conversation update.</summary>
    [JsonProperty("membersAdded")]
    public IList<ChannelAccount> MembersAdded { get; set; }

    /// <summary>Who left, in a conversation update.</summary>
    [JsonProperty("membersRemoved")]
    public IList<ChannelAccount> MembersRemoved { get; set; }

    /// <summary>Reactions added, in a message reaction.</summary>
    [JsonProperty("reactionsAdded")]
    public IList<MessageReaction> ReactionsAdded { get; set; }

    /// <summary>Reactions removed, in a message reaction.</summary>
    [JsonProperty("reactionsRemoved")]
    public IList<MessageReaction> ReactionsRemoved { get; set; }

    /// <summary>The new topic, in a conversation update.</summary>
    [JsonProperty("topicName")]
    public string TopicName { get; set; }

    /// <summary>Whether new members see what came before.</summary>
    [JsonProperty("historyDisclosed")]
    public bool? HistoryDisclosed { get; set; }

    /// <summary>The BCP-47 locale of the text.</summary>
    [JsonProperty("locale")]
    public string Locale { get; set; }

    /// <summary>The text of a message.</summary>
    [JsonProperty("text")]
    public string Text { get; set; }

    /// <summary>What is spoken, as SSML.</summary>
    [JsonProperty("speak")]
    public string Speak { get; set; }

    /// <summary>See <see cref="InputHints"/>.</summary>
    [JsonProperty("inputHint")]
    public string InputHint { get; set; }

    /// <summary>The text where cards cannot be shown.</summary>
    [JsonProperty("summary")]
    public string Summary { get; set; }

    /// <summary>Buttons below the message.</summary>
    [JsonProperty("suggestedActions")]
    public SuggestedActions SuggestedActions { get; set; }

    /// <summary>Cards and files.</summary>
    [JsonProperty("attachments")]
    public IList<Attachment> Attachments { get; set; }

    /// <summary>Mentions, information about the client, and the like.</summary>
    [JsonProperty("entities")]
    public IList<Entity> Entities { get; set; }

    /// <summary>What the channel adds: a <see cref="JObject"/> when received.</summary>
    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    /// <summary>Installed or removed, see <see cref="InstallationUpdateActionTypes"/>.</summary>
    [JsonProperty("action")]
    public string Action { get; set; }

    /// <summary>The activity this one answers.</summary>
    [JsonProperty("replyToId")]
    public string ReplyToId { get; set; }

    /// <summary>A label for people.</summary>
    [JsonProperty("label")]
    public string Label { get; set; }

    /// <summary>The type of <see cref="Value"/>.</summary>
    [JsonProperty("valueType")]
    public string ValueType { get; set; }

    /// <summary>The value of an invoke, an event or a submitted card: a <see cref="JObject"/>, a string, a number … when received.</summary>
    [JsonProperty("value")]
    public object Value { get; set; }

    /// <summary>The name of an invoke or an event.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }

    /// <summary>Another place this one refers to.</summary>
    [JsonProperty("relatesTo")]
    public ConversationReference RelatesTo { get; set; }

    /// <summary>Why the conversation ended.</summary>
    [JsonProperty("code")]
    public string Code { get; set; }

    /// <summary>After this time it need not be shown.</summary>
    [JsonProperty("expiration")]
    public DateTimeOffset? Expiration { get; set; }

    /// <summary><c>low</c>, <c>normal</c> or <c>high</c>.</summary>
    [JsonProperty("importance")]
    public string Importance { get; set; }

    /// <summary>How to deliver it; <c>normal</c> when null.</summary>
    [JsonProperty("deliveryMode")]
    public string DeliveryMode { get; set; }

    /// <summary>Phrases for speech recognition.</summary>
    [JsonProperty("listenFor")]
    public IList<string> ListenFor { get; set; }

    /// <summary>Parts of the text to which a reply refers.</summary>
    [JsonProperty("textHighlights")]
    public IList<TextHighlight> TextHighlights { get; set; }

    /// <summary>A programmatic action.</summary>
    [JsonProperty("semanticAction")]
    public SemanticAction SemanticAction { get; set; }

    /// <summary>Properties of the JSON object that this type does not define. They survive a round trip.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];
}
