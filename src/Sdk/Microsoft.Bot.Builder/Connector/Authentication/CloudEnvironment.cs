using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The addresses of one cloud: those of the public or the US Government cloud, each overridable by configuration.</summary>
/// <param name="LoginUrl">Where the bot gets its tokens; null for the public cloud.</param>
/// <param name="ValidateAuthority">Whether the issuer of the bot's tokens is looked up first.</param>
/// <param name="Scope">The scope of the bot's tokens.</param>
/// <param name="ChannelIssuer">The issuer of the Bot Connector's tokens.</param>
/// <param name="ChannelMetadataUrl">The OpenID metadata of the Bot Connector.</param>
/// <param name="EntraMetadataUrl">The OpenID metadata of Entra.</param>
/// <param name="EntraIssuers">The issuers of Entra tokens for the configured tenant; empty without one.</param>
/// <param name="CallerId">What <c>Activity.CallerId</c> is set to.</param>
internal sealed record CloudEnvironment(
    string LoginUrl,
    bool ValidateAuthority,
    string Scope,
    string ChannelIssuer,
    string ChannelMetadataUrl,
    string EntraMetadataUrl,
    IReadOnlyList<string> EntraIssuers,
    string CallerId)
{
    /// <summary>Reads the keys that the published package reads.</summary>
    /// <exception cref="ArgumentException"><c>ChannelService</c> names no known cloud.</exception>
    public static CloudEnvironment From(IConfiguration configuration)
    {
        var service = configuration["ChannelService"];
        var government = service == GovernmentAuthenticationConstants.ChannelService;
        if (!government && !string.IsNullOrEmpty(service))
            throw new ArgumentException($"ChannelService is '{service}'; expected none or {GovernmentAuthenticationConstants.ChannelService}.", nameof(configuration));

        var login = government ? "https://login.microsoftonline.us" : "https://login.microsoftonline.com";
        return new CloudEnvironment(
            Get("ToChannelFromBotLoginUrl", government ? login : null),
            bool.Parse(Get("ValidateAuthority", bool.TrueString)),
            Get("ToChannelFromBotOAuthScope", government ? GovernmentAuthenticationConstants.ToChannelFromBotOAuthScope : AuthenticationConstants.ToChannelFromBotOAuthScope),
            Get("ToBotFromChannelTokenIssuer", government ? GovernmentAuthenticationConstants.ToBotFromChannelTokenIssuer : AuthenticationConstants.ToBotFromChannelTokenIssuer),
            Get("ToBotFromChannelOpenIdMetadataUrl", government ? GovernmentAuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl : AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl),
            Get("ToBotFromEmulatorOpenIdMetadataUrl", government ? GovernmentAuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl : AuthenticationConstants.ToBotFromEmulatorOpenIdMetadataUrl),
            configuration["MicrosoftAppTenantId"] is { Length: > 0 } tenant
                ? [$"https://sts.windows.net/{tenant}/", $"{login}/{tenant}/v2.0"]
                : [],
            Get("CallerId", government ? "urn:botframework:azureusgov" : "urn:botframework:azure"));

        string Get(string key, string otherwise) => configuration[key] is { Length: > 0 } value ? value : otherwise;
    }
}
