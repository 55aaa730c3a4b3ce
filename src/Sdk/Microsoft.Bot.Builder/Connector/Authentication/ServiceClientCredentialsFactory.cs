using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows the bot's app id and its credentials.</summary>
public abstract class ServiceClientCredentialsFactory
{
    /// <summary>Whether an app id is that of the bot.</summary>
    /// <param name="appId">The app id.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>True if it is.</returns>
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>Whether the bot has no app id.</summary>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>True if it has none.</returns>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);

    /// <summary>Creates the credentials of the bot for calls to the Bot Connector.</summary>
    /// <param name="appId">The app id of the bot.</param>
    /// <param name="audience">The scope of the tokens.</param>
    /// <param name="loginEndpoint">Where the tokens are issued; null for the public cloud.</param>
    /// <param name="validateAuthority">Whether the issuer is looked up first.</param>
    /// <param name="cancellationToken">Cancels the creation.</param>
    /// <returns>The credentials; null when the bot has no app id.</returns>
    public abstract Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken);
}
