using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides who may call the bot, and creates clients with which the bot calls back.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Authenticates a request.</summary>
    /// <param name="activity">The activity in the request.</param>
    /// <param name="authHeader">Its <c>Authorization</c> header; null or empty for none.</param>
    /// <param name="cancellationToken">Cancels the authentication.</param>
    /// <returns>What is known of the request.</returns>
    /// <exception cref="UnauthorizedAccessException">The request is refused. The reason is in the log only.</exception>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken);

    /// <summary>Creates a factory of clients.</summary>
    /// <param name="claimsIdentity">Claims with the app id of the bot, as audience or app id.</param>
    /// <returns>The factory.</returns>
    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);
}
