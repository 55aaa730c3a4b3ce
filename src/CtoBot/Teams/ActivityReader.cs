using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CtoBot.Teams;

/// <summary>Reads what the core needs out of an activity. Everything in it may be missing.</summary>
internal static class ActivityReader
{
    private const string Personal = "personal";

    /// <summary>The longest id of a tenant or a person; real ones are GUIDs. A longer one fits no key of a store.</summary>
    private const int MaxId = 64;

    /// <summary>Whether others read along: a group chat or a channel.</summary>
    public static bool IsShared(IActivity activity) =>
        activity.Conversation is { } conversation
        && (conversation.IsGroup == true || (conversation.ConversationType is { Length: > 0 } type && type != Personal));

    /// <summary>Who acts, or null if the activity does not say.</summary>
    public static PersonKey? PersonOf(IActivity activity)
    {
        var tenant = TenantOf(activity);
        var user = activity.From?.AadObjectId;
        return IsId(tenant) && IsId(user) ? new PersonKey(tenant, user) : null;
    }

    private static bool IsId([NotNullWhen(true)] string? id) => !string.IsNullOrWhiteSpace(id) && id.Length <= MaxId;

    private static string? TenantOf(IActivity activity) =>
        activity.Conversation?.TenantId is { Length: > 0 } tenant
            ? tenant
            : ((activity.ChannelData as JObject)?["tenant"] as JObject)?["id"] is JValue { Type: JTokenType.String } id ? (string?)id : null;

    /// <summary>The activity's id, or empty.</summary>
    public static string IdOf(IActivity activity) => activity.Id ?? "";

    /// <summary>What the client tells of the person.</summary>
    public static ClientFacts ClientOf(IActivity activity)
    {
        var info = activity.Entities?.FirstOrDefault(entity => entity?.Type == "clientInfo")?.Properties;
        return new ClientFacts(
            activity.From?.Name ?? "",
            (activity as IMessageActivity)?.Locale ?? (activity as Activity)?.Locale ?? Word(info, "locale"),
            (activity as Activity)?.LocalTimezone ?? Word(info, "timezone"));
    }

    private static string Word(JObject? properties, string name) =>
        properties?[name] is JValue { Type: JTokenType.String } value ? (string?)value ?? "" : "";

    /// <summary>A message: typed words, or a button whose client only knows Action.Submit.</summary>
    public static Input Message(IMessageActivity activity)
    {
        if (string.IsNullOrEmpty(activity.Text) && activity.Value is JObject value)
            return Pressed(activity, null, value);
        var words = activity.Text is null ? "" : activity.RemoveRecipientMention() ?? "";
        return new Input.Said(IdOf(activity), ClientOf(activity), words);
    }

    /// <summary>A button of a card.</summary>
    public static Input Pressed(IActivity activity, string? verb, object? data)
    {
        // What is no data of a card of ours is taken for an outdated card.
        var (action, fields) = CardData.Read(verb, data as JToken) ?? (Core.CardAction.Of(""), ImmutableDictionary<string, string>.Empty);
        return new Input.Submitted(IdOf(activity), ClientOf(activity), action, fields);
    }
}
