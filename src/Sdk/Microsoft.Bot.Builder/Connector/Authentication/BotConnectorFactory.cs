namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Creates clients with the bot's credentials.</summary>
/// <remarks>Where <paramref name="sendsTo"/> says no, a client is made all the same, and sends nothing: a turn needs one, even if it has nothing to say.</remarks>
internal sealed class BotConnectorFactory(string appId, CloudEnvironment cloud, ServiceClientCredentialsFactory credentials, HttpClient httpClient, Predicate<string> sendsTo) : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceUrl);
        var own = await credentials.CreateCredentialsAsync(appId, audience ?? cloud.Scope, cloud.LoginUrl, cloud.ValidateAuthority, cancellationToken);
        return new ConnectorClient(serviceUrl, own, httpClient, sendsTo(serviceUrl));
    }
}
