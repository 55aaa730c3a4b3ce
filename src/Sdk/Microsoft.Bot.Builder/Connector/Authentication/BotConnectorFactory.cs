namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Creates clients with the bot's credentials.</summary>
internal sealed class BotConnectorFactory(string appId, CloudEnvironment cloud, ServiceClientCredentialsFactory credentials, HttpClient httpClient) : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceUrl);
        var own = await credentials.CreateCredentialsAsync(appId, audience ?? cloud.Scope, cloud.LoginUrl, cloud.ValidateAuthority, cancellationToken);
        return new ConnectorClient(serviceUrl, own, httpClient);
    }
}
