using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CtoBot.Teams;

/// <summary>Reads what the core needs out of an activity. Everything in it may be missing.</summary>
internal static class ActivityReader
{
    private const string Personal = "personal";
    private const string GroupType = "groupChat";

    /// <summary>The longest id of a tenant or a person; real ones are GUIDs. A longer one fits no key of a store.</summary>
    private const int MaxId = 64;

    private const int MaxActivityId = 256;

    /// <summary>What the ids of bots begin with.</summary>
    private const string BotPrefix = "28:";

    /// <summary>What Teams attaches for a file that a person sends to a bot.</summary>
    private const string FileType = "application/vnd.microsoft.teams.file.download.info";

    private static readonly string[] MediaTypes = ["image/", "video/", "audio/"];

    private const int MaxName = 100;

    private const int MaxMentions = 20;

    /// <summary>
    /// Whether others may read along: a group chat or a channel. Where the type of the conversation is missing, everything else that
    /// tells of others is looked at: a team, or the id of a thread such as <c>19:…@thread.tacv2</c>.
    /// </summary>
    public static bool IsShared(IActivity activity) =>
        activity.Conversation is { } conversation
        && (conversation.IsGroup == true
            || (conversation.ConversationType is { Length: > 0 } type
                ? type != Personal
                : conversation.Id?.Contains("@thread.", StringComparison.OrdinalIgnoreCase) == true || OfChannel(activity, "team") is not null || OfChannel(activity, "channel") is not null));

    /// <summary>Whether it is a chat of some people, and not a channel of a team.</summary>
    public static bool IsGroupChat(IActivity activity) => activity.Conversation?.ConversationType == GroupType;

    /// <summary>What a chat is called, at most <see cref="MaxName"/> characters of it; empty if the client gives no name.</summary>
    public static string ChatNameOf(IActivity activity) => activity.Conversation?.Name?.Trim() is { } name ? name[..Math.Min(name.Length, MaxName)] : "";

    /// <summary>Who acts, or null if the activity does not say.</summary>
    public static PersonKey? PersonOf(IActivity activity)
    {
        var tenant = TenantOf(activity);
        var user = activity.From?.AadObjectId;
        return IsId(tenant) && IsId(user) ? new PersonKey(tenant, user) : null;
    }

    private static bool IsId([NotNullWhen(true)] string? id) => !string.IsNullOrWhiteSpace(id) && id.Length <= MaxId;

    /// <summary>The tenant that an activity is of; null if it names none, or two.</summary>
    public static string? TenantOf(IActivity activity) => (activity.Conversation?.TenantId, Word(OfChannel(activity, "tenant"), "id")) switch
    {
        ({ Length: > 0 } one, { Length: > 0 } other) => PersonKey.Part(one) == PersonKey.Part(other) ? one : null,
        ({ Length: > 0 } one, _) => one,
        (_, { Length: > 0 } other) => other,
        _ => null,
    };

    private static JObject? OfChannel(IActivity activity, string name) => (activity.ChannelData as JObject)?[name] as JObject;

    /// <summary>What was written, without the mention of the bot; empty for none.</summary>
    /// <remarks>The SDK has a method for it, which in the published package throws for a mention that names nobody.</remarks>
    public static string WordsOf(IMessageActivity activity)
    {
        var words = activity.Text ?? "";
        foreach (var (mention, mentioned) in Mentioned(activity))
        {
            if (Word(mentioned, "id") is { Length: > 0 } id && id == activity.Recipient?.Id)
                words = words.Replace(Word(mention, "text") is { Length: > 0 } text ? text : $"<at>{Word(mentioned, "name")}</at>", "", StringComparison.OrdinalIgnoreCase).Trim();
        }

        return words;
    }

    /// <summary>
    /// The people whom a message mentions, each once. Teams tells the Entra object id of some, and only its own id (<c>29:…</c>) of others:
    /// of those the name alone is known. A bot (<c>28:…</c>) is nobody.
    /// </summary>
    public static ImmutableArray<Person> MentionsOf(IMessageActivity activity) =>
    [
        .. Mentioned(activity)
            .Select(item => item.Mentioned)
            .Where(mentioned => !Word(mentioned, "id").StartsWith(BotPrefix, StringComparison.Ordinal) && Word(mentioned, "role") != RoleTypes.Bot && Word(mentioned, "id") != activity.Recipient?.Id)
            .Select(mentioned => new Person(Word(mentioned, "name").Trim(), null, Guid.TryParseExact(Word(mentioned, "aadObjectId"), "D", out var id) ? id.ToString("D") : null))
            .Where(person => person.Name.Length is > 0 and <= MaxName)
            .Distinct()
            .Take(MaxMentions),
    ];

    /// <summary>
    /// Whether a file, a picture or a recording is attached. Teams attaches the words once more, as HTML, to every message that is formatted: that is none.
    /// </summary>
    private static bool HasFiles(IMessageActivity activity) => activity.Attachments?.Any(attachment =>
        attachment?.ContentType is { } type && (type.Equals(FileType, StringComparison.OrdinalIgnoreCase) || MediaTypes.Any(media => type.StartsWith(media, StringComparison.OrdinalIgnoreCase)))) == true;

    private static IEnumerable<(JObject Mention, JObject Mentioned)> Mentioned(IMessageActivity activity) =>
        from entity in activity.Entities ?? []
        where entity?.Type == "mention" && entity.Properties is not null
        let mentioned = entity.Properties["mentioned"] as JObject
        where mentioned is not null
        select (entity.Properties, mentioned);

    /// <summary>The activity's id, or empty for none. One longer than any that Teams gives is not kept: it would only fill the person's state.</summary>
    public static string IdOf(IActivity activity) => activity.Id is { Length: <= MaxActivityId } id ? id : "";

    /// <summary>What the client tells of the person.</summary>
    public static ClientFacts ClientOf(IActivity activity)
    {
        var info = activity.Entities?.FirstOrDefault(entity => entity?.Type == "clientInfo")?.Properties;
        return new ClientFacts(
            activity.From?.Name ?? "",
            (activity as IMessageActivity)?.Locale ?? (activity as Activity)?.Locale ?? Word(info, "locale"),
            (activity as Activity)?.LocalTimezone ?? Word(info, "timezone"));
    }

    /// <summary>A text among properties, or empty.</summary>
    public static string Word(JObject? properties, string name) =>
        properties?[name] is JValue { Type: JTokenType.String } value ? (string?)value ?? "" : "";

    /// <summary>A message: typed words, or a button whose client only knows Action.Submit.</summary>
    public static Input Message(IMessageActivity activity)
    {
        if (string.IsNullOrEmpty(activity.Text) && activity.Value is JObject value)
            return Pressed(activity, null, value);
        return new Input.Said(IdOf(activity), ClientOf(activity), WordsOf(activity)) { Mentions = MentionsOf(activity), HasFiles = HasFiles(activity) };
    }

    /// <summary>A button of a card.</summary>
    public static Input Pressed(IActivity activity, string? verb, object? data)
    {
        // What is no data of a card of ours is taken for an outdated card.
        var (action, fields) = CardData.Read(verb, data as JToken) ?? (Core.CardAction.Of(""), ImmutableDictionary<string, string>.Empty);
        return new Input.Submitted(IdOf(activity), ClientOf(activity), action, fields);
    }
}
