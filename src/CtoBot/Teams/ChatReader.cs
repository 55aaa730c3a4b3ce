using System.Security.Claims;
using System.Security.Principal;
using CtoBot.Core.State;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;

namespace CtoBot.Teams;

/// <summary>Reads out of an activity where its private chat is. Everything in it may be missing.</summary>
internal static class ChatReader
{
    /// <summary>The longest id or address that is kept; real ones are far shorter.</summary>
    private const int MaxLength = 512;

    /// <summary>The chat of a turn, or null if the activity does not say enough to speak there later.</summary>
    public static ChatReference? Of(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return ActivityReader.IsShared(activity) ? null : Read(turnContext);
    }

    /// <summary>The group chat of a turn, or null if it is none or the activity does not say enough to speak there later.</summary>
    public static ChatReference? OfGroup(ITurnContext turnContext) => ActivityReader.IsGroupChat(turnContext.Activity) && Read(turnContext) is { } chat ? chat with { IsGroup = true } : null;

    private static ChatReference? Read(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        return ActivityReader.PersonOf(activity) is { } person
            && Kept(activity.ServiceUrl) is { } serviceUrl
            && Kept(activity.ChannelId) is { } channel
            && Kept(activity.Recipient?.Id) is { } bot
            && Kept(activity.From?.Id) is { } user
            && Kept(activity.Conversation?.Id) is { } conversation
                ? new ChatReference(serviceUrl.TrimEnd('/'), channel, bot, user, person.TenantId, conversation, IsVerified(turnContext))
                : null;
    }

    private static string? Kept(string? value) => value is { Length: > 0 and <= MaxLength } ? value : null;

    /// <summary>
    /// Whether the token of the request names the service URL. One of Entra need not, and in Development an activity from this machine has none.
    /// </summary>
    private static bool IsVerified(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) is ClaimsIdentity { AuthenticationType: not (null or AuthenticationConstants.AnonymousAuthType) } identity
        && identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value is { } named && named == turnContext.Activity.ServiceUrl;
}
