using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Looks up what Teams knows.</summary>
public static class TeamsInfo
{
    /// <summary>Looks up a member of the conversation, or of the team when the conversation is in one.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="userId">The member, by its id on the channel.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The member.</returns>
    /// <exception cref="ErrorResponseException">There is no such member, or the call failed.</exception>
    public static async Task<TeamsChannelAccount> GetMemberAsync(ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        activity.TryGetChannelData<TeamsChannelData>(out var channelData);
        var conversations = turnContext.TurnState.Get<IConnectorClient>().Conversations;
        var member = await conversations.GetConversationMemberAsync(userId, channelData?.Team?.Id ?? activity.Conversation.Id, cancellationToken);
        return ToTeams(member);
    }

    /// <summary>Reads what Teams adds to an account.</summary>
    internal static TeamsChannelAccount ToTeams(ChannelAccount account) => JObject.FromObject(account).ToObject<TeamsChannelAccount>();
}
