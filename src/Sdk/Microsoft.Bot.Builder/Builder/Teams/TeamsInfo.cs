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

    /// <summary>Lists members of the conversation, or of the team when the conversation is in one, page by page.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="pageSize">How many a page; null for what Teams is used to.</param>
    /// <param name="continuationToken">Where to go on; null for the first page.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A page of them.</returns>
    /// <exception cref="ErrorResponseException">The call failed.</exception>
    public static async Task<TeamsPagedMembersResult> GetPagedMembersAsync(ITurnContext turnContext, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        activity.TryGetChannelData<TeamsChannelData>(out var channelData);
        var conversations = turnContext.TurnState.Get<IConnectorClient>().Conversations;
        var page = await conversations.GetConversationPagedMembersAsync(channelData?.Team?.Id ?? activity.Conversation.Id, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult { ContinuationToken = page.ContinuationToken, Members = [.. page.Members.Select(ToTeams)] };
    }

    /// <summary>Reads what Teams adds to an account.</summary>
    internal static TeamsChannelAccount ToTeams(ChannelAccount account) => JObject.FromObject(account).ToObject<TeamsChannelAccount>();
}
