using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>What is known of an authenticated request.</summary>
public class AuthenticateRequestResult
{
    /// <summary>Whom the bot's own tokens are for.</summary>
    public string Audience { get; set; }

    /// <summary>The claims of the token.</summary>
    public ClaimsIdentity ClaimsIdentity { get; set; }

    /// <summary>The caller, as an IRI; null for a request without a token.</summary>
    public string CallerId { get; set; }

    /// <summary>Creates clients for answering.</summary>
    public ConnectorFactory ConnectorFactory { get; set; }
}
