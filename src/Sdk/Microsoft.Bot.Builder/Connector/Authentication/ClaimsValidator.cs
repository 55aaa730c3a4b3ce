using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides by the claims of its token whether another app may call the bot.</summary>
public abstract class ClaimsValidator
{
    /// <summary>Looks at the claims of a valid token.</summary>
    /// <param name="claims">The claims.</param>
    /// <returns>A task that ends when the caller is allowed.</returns>
    /// <exception cref="UnauthorizedAccessException">The caller is not allowed.</exception>
    public abstract Task ValidateClaimsAsync(IList<Claim> claims);
}
