namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Creates clients of the Bot Connector.</summary>
public abstract class ConnectorFactory
{
    /// <summary>Creates a client.</summary>
    /// <param name="serviceUrl">Where the conversation is served, with or without a slash at the end.</param>
    /// <param name="audience">Whom the token is for; null for the Bot Connector.</param>
    /// <param name="cancellationToken">Cancels the creation.</param>
    /// <returns>The client.</returns>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken);
}
