using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector;

/// <summary>Short forms of <see cref="IConversations"/>. Each throws an <see cref="ErrorResponseException"/> for a status other than 2xx.</summary>
public static class ConversationsExtensions
{
    /// <inheritdoc cref="IConversations.CreateConversationWithHttpMessagesAsync"/>
    public static async Task<ConversationResourceResponse> CreateConversationAsync(this IConversations operations, ConversationParameters parameters, CancellationToken cancellationToken = default)
    {
        using var result = await operations.CreateConversationWithHttpMessagesAsync(parameters, null, cancellationToken);
        return result.Body;
    }

    /// <inheritdoc cref="IConversations.SendToConversationWithHttpMessagesAsync"/>
    public static async Task<ResourceResponse> SendToConversationAsync(this IConversations operations, string conversationId, Activity activity, CancellationToken cancellationToken = default)
    {
        using var result = await operations.SendToConversationWithHttpMessagesAsync(conversationId, activity, null, cancellationToken);
        return result.Body;
    }

    /// <summary>Sends an activity to the conversation named in it.</summary>
    /// <param name="operations">The calls.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the activity.</returns>
    public static Task<ResourceResponse> SendToConversationAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.SendToConversationAsync(activity.Conversation.Id, activity, cancellationToken);

    /// <inheritdoc cref="IConversations.UpdateActivityWithHttpMessagesAsync"/>
    public static async Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        using var result = await operations.UpdateActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken);
        return result.Body;
    }

    /// <summary>Replaces the activity whose id and conversation are in the new one.</summary>
    /// <param name="operations">The calls.</param>
    /// <param name="activity">The new activity.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the activity.</returns>
    public static Task<ResourceResponse> UpdateActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.UpdateActivityAsync(activity.Conversation.Id, activity.Id, activity, cancellationToken);

    /// <inheritdoc cref="IConversations.ReplyToActivityWithHttpMessagesAsync"/>
    public static async Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, string conversationId, string activityId, Activity activity, CancellationToken cancellationToken = default)
    {
        using var result = await operations.ReplyToActivityWithHttpMessagesAsync(conversationId, activityId, activity, null, cancellationToken);
        return result.Body;
    }

    /// <summary>Sends an answer to the activity and conversation named in it.</summary>
    /// <param name="operations">The calls.</param>
    /// <param name="activity">The answer, with <see cref="Activity.ReplyToId"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the answer.</returns>
    public static Task<ResourceResponse> ReplyToActivityAsync(this IConversations operations, Activity activity, CancellationToken cancellationToken = default) =>
        operations.ReplyToActivityAsync(activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken);

    /// <inheritdoc cref="IConversations.DeleteActivityWithHttpMessagesAsync"/>
    public static async Task DeleteActivityAsync(this IConversations operations, string conversationId, string activityId, CancellationToken cancellationToken = default)
    {
        using var result = await operations.DeleteActivityWithHttpMessagesAsync(conversationId, activityId, null, cancellationToken);
    }

    /// <inheritdoc cref="IConversations.GetConversationMemberWithHttpMessagesAsync"/>
    public static async Task<ChannelAccount> GetConversationMemberAsync(this IConversations operations, string userId, string conversationId, CancellationToken cancellationToken = default)
    {
        using var result = await operations.GetConversationMemberWithHttpMessagesAsync(userId, conversationId, null, cancellationToken);
        return result.Body;
    }

    /// <inheritdoc cref="IConversations.GetConversationPagedMembersWithHttpMessagesAsync"/>
    public static async Task<PagedMembersResult> GetConversationPagedMembersAsync(this IConversations operations, string conversationId, int? pageSize = default, string continuationToken = default, CancellationToken cancellationToken = default)
    {
        using var result = await operations.GetConversationPagedMembersWithHttpMessagesAsync(conversationId, pageSize, continuationToken, null, cancellationToken);
        return result.Body;
    }
}
