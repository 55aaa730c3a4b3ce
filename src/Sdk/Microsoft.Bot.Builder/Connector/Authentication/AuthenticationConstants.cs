namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Values of the protocol's authentication, for the public cloud.</summary>
public static class AuthenticationConstants
{
    /// <summary>Where the bot gets its tokens: the login URL of a multi-tenant bot.</summary>
    public const string ToChannelFromBotLoginUrl = "https://login.microsoftonline.com/botframework.com";

    /// <summary>The scope of the bot's tokens.</summary>
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.com/.default";

    /// <summary>The issuer of the Bot Connector's tokens.</summary>
    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.com";

    /// <summary>The OpenID metadata of the Bot Connector.</summary>
    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>The OpenID metadata of Entra.</summary>
    public const string ToBotFromEmulatorOpenIdMetadataUrl = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";

    /// <summary>The claim of an Entra v2 token that names the calling app.</summary>
    public const string AuthorizedParty = "azp";

    /// <summary>The claim that names whom the token is for.</summary>
    public const string AudienceClaim = "aud";

    /// <summary>The claim that names the version of an Entra token.</summary>
    public const string VersionClaim = "ver";

    /// <summary>The claim of an Entra v1 token that names the calling app.</summary>
    public const string AppIdClaim = "appid";

    /// <summary>The claim of a Bot Connector token that names the service URL.</summary>
    public const string ServiceUrlClaim = "serviceurl";

    /// <summary>The authentication type of a request without a token.</summary>
    public const string AnonymousAuthType = "anonymous";
}
