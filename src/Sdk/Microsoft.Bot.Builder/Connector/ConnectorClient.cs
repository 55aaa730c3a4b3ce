using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The Bot Connector at one service URL. Cheap: it shares the HTTP client and the serializer with all others.</summary>
/// <remarks>
/// It owns neither HTTP client nor credentials. <paramref name="credentials"/> is null when the bot has no app id.
/// <paramref name="isVerified"/> is false when nothing says that the service URL is that of a channel.
/// </remarks>
internal sealed class ConnectorClient(string serviceUrl, ServiceClientCredentials credentials, HttpClient httpClient, bool isVerified) : IConnectorClient
{
    private IConversations conversations;

    public Uri BaseUri { get; set; } = new(serviceUrl.TrimEnd('/') + '/', UriKind.Absolute);

    public ServiceClientCredentials Credentials => credentials;

    public IConversations Conversations => conversations ??= new Conversations(this);

    public void Dispose()
    {
    }

    /// <summary>Makes one call.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">What follows <c>v3/conversations</c>, escaped.</param>
    /// <param name="body">The body; none when null.</param>
    /// <param name="customHeaders">Headers to add; none when null.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ErrorResponseException">The status is not 2xx.</exception>
    /// <exception cref="InvalidOperationException">The bot must not send to this service URL.</exception>
    public async Task<HttpOperationResponse<T>> SendAsync<T>(HttpMethod method, string path, object body, Dictionary<string, List<string>> customHeaders, CancellationToken cancellationToken)
    {
        if (!isVerified)
            throw new InvalidOperationException("This bot does not send to a service URL that no token names.");
        ServiceUrlPolicy.Demand(BaseUri, authenticated: credentials is not null);
        var request = new HttpRequestMessage(method, new Uri(BaseUri, "v3/conversations" + path));
        foreach (var (name, values) in customHeaders ?? [])
            request.Headers.TryAddWithoutValidation(name, values);
        if (body is not null)
            request.Content = ProtocolJson.WriteContent(body);
        if (credentials is not null)
            await credentials.ProcessHttpRequestAsync(request, cancellationToken);
        var response = await httpClient.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw await FailureAsync(request, response, cancellationToken);
        return new HttpOperationResponse<T> { Request = request, Response = response, Body = await ReadAsync<T>(response, cancellationToken) };
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsStringAsync(cancellationToken);
        return ProtocolJson.ReadOrDefault<T>(content);
    }

    // The request's body is not kept: it holds a person's words and would end up in logs.
    private static async Task<ErrorResponseException> FailureAsync(HttpRequestMessage request, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (request)
        using (response)
        {
            var content = await response.Content.ReadAsStringAsync(cancellationToken);
            return new ErrorResponseException($"Operation returned an invalid status code '{response.StatusCode}'")
            {
                Request = new HttpRequestMessageWrapper(request, null),
                Response = new HttpResponseMessageWrapper(response, content),
                Body = ProtocolJson.ReadOrDefault<ErrorResponse>(content),
            };
        }
    }
}
