namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Values of the protocol's authentication, for the US Government cloud.</summary>
public static class GovernmentAuthenticationConstants
{
    /// <summary>The value of the key <c>ChannelService</c> that chooses this cloud.</summary>
    public const string ChannelService = "https://botframework.azure.us";

    /// <summary>The scope of the bot's tokens.</summary>
    public const string ToChannelFromBotOAuthScope = "https://api.botframework.us/.default";

    /// <summary>The issuer of the Bot Connector's tokens.</summary>
    public const string ToBotFromChannelTokenIssuer = "https://api.botframework.us";

    /// <summary>The OpenID metadata of the Bot Connector.</summary>
    public const string ToBotFromChannelOpenIdMetadataUrl = "https://login.botframework.azure.us/v1/.well-known/openidconfiguration";

    /// <summary>The OpenID metadata of Entra.</summary>
    public const string ToBotFromEmulatorOpenIdMetadataUrl = "https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration";
}
