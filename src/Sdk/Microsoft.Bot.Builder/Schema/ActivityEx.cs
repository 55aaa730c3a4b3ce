using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <content>What can be done with an activity.</content>
public partial class Activity :
    IConversationUpdateActivity,
    IInstallationUpdateActivity,
    IMessageActivity,
    IMessageReactionActivity,
    ITypingActivity,
    IEventActivity,
    IInvokeActivity
{
    /// <summary>Creates a message with empty lists of attachments and entities.</summary>
    /// <returns>The message.</returns>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = [], Entities = [] };

    /// <summary>Creates a sign that the bot is typing.</summary>
    /// <returns>The activity.</returns>
    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    /// <summary>Creates a message that answers this activity, addressed to its sender.</summary>
    /// <param name="text">The text; empty when null.</param>
    /// <param name="locale">The locale; that of this activity when null.</param>
    /// <returns>The message.</returns>
    public Activity CreateReply(string text = null, string locale = null) => new(ActivityTypes.Message)
    {
        Timestamp = DateTimeOffset.UtcNow,
        From = new ChannelAccount(id: Recipient?.Id, name: Recipient?.Name),
        Recipient = new ChannelAccount(id: From?.Id, name: From?.Name),
        ReplyToId = Id,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
        Conversation = new ConversationAccount(Conversation?.IsGroup, id: Conversation?.Id, name: Conversation?.Name),
        Text = text ?? string.Empty,
        Locale = locale ?? Locale,
        Attachments = [],
        Entities = [],
    };

    /// <summary>This activity, if it is a message, else null.</summary>
    /// <returns>The activity or null.</returns>
    public IMessageActivity AsMessageActivity() => IsActivity(ActivityTypes.Message) ? this : null;

    /// <summary>This activity, if it is a conversation update, else null.</summary>
    /// <returns>The activity or null.</returns>
    public IConversationUpdateActivity AsConversationUpdateActivity() => IsActivity(ActivityTypes.ConversationUpdate) ? this : null;

    /// <summary>This activity, if it is an installation update, else null.</summary>
    /// <returns>The activity or null.</returns>
    public IInstallationUpdateActivity AsInstallationUpdateActivity() => IsActivity(ActivityTypes.InstallationUpdate) ? this : null;

    /// <summary>This activity, if it is an invoke, else null.</summary>
    /// <returns>The activity or null.</returns>
    public IInvokeActivity AsInvokeActivity() => IsActivity(ActivityTypes.Invoke) ? this : null;

    /// <summary>Whether a message has text, a summary, attachments or channel data.</summary>
    /// <returns>True if there is something to show.</returns>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text) || !string.IsNullOrWhiteSpace(Summary) || Attachments?.Count > 0 || ChannelData is not null;

    /// <summary>The mentions among the entities. What calls itself a mention without the shape of one is left out.</summary>
    /// <returns>The mentions; empty when there are none.</returns>
    public Mention[] GetMentions() =>
        (Entities ?? []).Where(entity => string.Equals(entity?.Type, "mention", StringComparison.OrdinalIgnoreCase))
            .Select(entity => TryConvert(entity.Properties, out Mention mention) ? mention : null)
            .Where(mention => mention?.Mentioned is not null)
            .ToArray();

    /// <summary>The channel data as a type.</summary>
    /// <typeparam name="T">The type, for example <see cref="Teams.TeamsChannelData"/>.</typeparam>
    /// <returns>The channel data; the type's default when there is none.</returns>
    /// <exception cref="InvalidCastException">The channel data is no JSON object.</exception>
    /// <exception cref="JsonException">Its properties do not fit the type.</exception>
    public T GetChannelData<T>() => ChannelData switch
    {
        null => default,
        T typed => typed,
        var json => ((JObject)json).ToObject<T>(),
    };

    /// <summary>The channel data as a type, if there is any and it fits.</summary>
    /// <typeparam name="T">The type, for example <see cref="Teams.TeamsChannelData"/>.</typeparam>
    /// <param name="instance">The channel data, or the type's default.</param>
    /// <returns>Whether there is channel data of that type.</returns>
    public bool TryGetChannelData<T>(out T instance)
    {
        if (ChannelData is T typed)
        {
            instance = typed;
            return true;
        }

        return TryConvert(ChannelData as JObject, out instance);
    }

    /// <summary>The place of this activity, to be kept for sending there later.</summary>
    /// <returns>The reference.</returns>
    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = Id,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    /// <summary>The place of an answer to this activity.</summary>
    /// <param name="reply">What sending the answer returned.</param>
    /// <returns>A reference with which the answer can be updated or deleted.</returns>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity to a place.</summary>
    /// <param name="reference">The place.</param>
    /// <param name="isIncoming">True when the bot receives the activity, false when it sends it.</param>
    /// <returns>This activity.</returns>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale = reference.Locale ?? Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (reference.ActivityId is not null)
        {
            if (isIncoming)
                Id = reference.ActivityId;
            else
                ReplyToId = reference.ActivityId;
        }

        return this;
    }

    // A type may be refined after a slash: "message/x" is a message.
    private bool IsActivity(string type) =>
        Type is not null && Type.StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && (Type.Length == type.Length || Type[type.Length] == '/');

    private static bool TryConvert<T>(JObject json, out T value)
    {
        value = default;
        try
        {
            value = json is null ? default : json.ToObject<T>();
            return json is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
