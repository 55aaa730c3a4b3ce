using Microsoft.Bot.Schema;
using Microsoft.Rest;
using static System.Uri;

namespace Microsoft.Bot.Connector;

/// <summary>The calls about conversations, over HTTP.</summary>
internal sealed class Conversations(ConnectorClient client) : IConversations
{
    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(ConversationParameters parameters, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ConversationResourceResponse>(HttpMethod.Post, "", parameters, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(string conversationId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Post, Activities(conversationId), activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Put, OneActivity(conversationId, activityId), activity, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(string conversationId, string activityId, Activity activity, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ResourceResponse>(HttpMethod.Post, OneActivity(conversationId, activityId), activity, customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(string conversationId, string activityId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        await client.SendAsync<object>(HttpMethod.Delete, OneActivity(conversationId, activityId), null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(string userId, string conversationId, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default) =>
        client.SendAsync<ChannelAccount>(HttpMethod.Get, $"/{Segment(conversationId)}/members/{Segment(userId)}", null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(string conversationId, int? pageSize = default, string continuationToken = default, Dictionary<string, List<string>> customHeaders = null, CancellationToken cancellationToken = default)
    {
        string[] query =
        [
            .. pageSize is { } size ? [FormattableString.Invariant($"pageSize={size}")] : (string[])[],
            .. continuationToken is { } token ? [$"continuationToken={EscapeDataString(token)}"] : (string[])[],
        ];
        return client.SendAsync<PagedMembersResult>(HttpMethod.Get, $"/{Segment(conversationId)}/pagedmembers{(query.Length > 0 ? "?" : "")}{string.Join('&', query)}", null, customHeaders, cancellationToken);
    }

    private static string Activities(string conversationId) => $"/{Segment(conversationId)}/activities";

    private static string OneActivity(string conversationId, string activityId) => $"{Activities(conversationId)}/{Segment(activityId)}";

    // An empty segment would turn a call into another one, and so would one that names a folder.
    private static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        if (id is "." or "..")
            throw new InvalidOperationException("The id is a path: this bot does not call it.");
        return EscapeDataString(id);
    }
}
