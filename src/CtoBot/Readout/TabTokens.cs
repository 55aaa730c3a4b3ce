using CtoBot.Export;
using CtoBot.Manifest;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace CtoBot.Readout;

/// <summary>
/// Validates the tokens that Teams gets for a signed-in person (single sign-on): signed by Entra with a known key, for this app, from the tenant
/// that they name, not expired, and given to a person who may use this app's page and not to a program.
/// </summary>
internal sealed partial class TabTokens
{
    /// <summary>Where the keys are that Entra signs with.</summary>
    private const string Metadata = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";
    private const string GovernmentMetadata = "https://login.microsoftonline.us/common/v2.0/.well-known/openid-configuration";

    /// <summary>Stands in the issuer of a key that signs for every tenant.</summary>
    private const string AnyTenant = "{tenantid}";

    /// <summary>What an app's tab asks for on behalf of its user.</summary>
    private const string Scope = "access_as_user";

    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly ILogger<TabTokens> log;
    private readonly TokenValidationParameters? parameters;

    /// <summary>Reads which app this is, and where the keys are.</summary>
    public TabTokens(IConfiguration configuration, IOptions<ExportOptions> options, ILogger<TabTokens> log)
    {
        this.log = log;
        if (configuration["MicrosoftAppId"] is not { Length: > 0 } appId)
            return;
        // A bot with a managed identity has an app of its own for the page: the identity cannot sign people in.
        if (configuration[$"{PackageOptions.Section}:{nameof(PackageOptions.TabAppId)}"] is { Length: > 0 } tabAppId)
            appId = tabAppId;
        var isGovernment = configuration["ChannelService"] is { Length: > 0 };
        var metadata = configuration["ToBotFromEmulatorOpenIdMetadataUrl"] is { Length: > 0 } set ? set : isGovernment ? GovernmentMetadata : Metadata;
        parameters = new TokenValidationParameters
        {
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                metadata,
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(5) }) { RequireHttps = !new Uri(metadata).IsLoopback }),
            ValidAudiences = AudiencesOf(appId, options.Value.PublicUrl),
            IssuerValidator = (issuer, token, _) => IsOfItsTenant(issuer, token, isGovernment) ? issuer : throw new SecurityTokenInvalidIssuerException("The issuer is not that of the tenant."),
            TryAllIssuerSigningKeys = false,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(5),
        };
    }

    /// <summary>The claims of a good token; null for any other, and where the bot has no identity.</summary>
    public async Task<TabClaims?> ReadAsync(string token)
    {
        if (parameters is null || !Handler.CanReadToken(token))
            return null;
        var result = await Handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
        {
            // The type says enough; the message may quote the token.
            LogRefused(log, result.Exception.GetType().Name);
            return null;
        }

        string Claim(string type) => result.ClaimsIdentity.FindFirst(type)?.Value ?? "";
        if (Claim("idtyp") == "app" || !Claim("scp").Split(' ').Contains(Scope) || !Guid.TryParse(Claim("tid"), out _) || !Guid.TryParse(Claim("oid"), out _))
        {
            LogRefused(log, "it names no person, or not the right to this page");
            return null;
        }

        if (!await IsOfTenantAsync(result.SecurityToken.SigningKey?.KeyId, Claim("tid")))
        {
            LogRefused(log, "its key signs for other tenants");
            return null;
        }

        // An app has to ask for "acct" to get it; "idp" is there by itself where somebody signs in at home and not here.
        var home = Claim("idp");
        return new TabClaims(Claim("tid"), Claim("oid"), IsGuest: Claim("acct") == "1" || (home.Length > 0 && !home.Contains(Claim("tid"), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>
    /// Whether a key signs for a tenant. Where Entra publishes the keys of all tenants it says of each whose it is, of most
    /// <c>https://login.microsoftonline.com/{tenantid}/v2.0</c>: those of personal accounts stand beside them.
    /// </summary>
    private async Task<bool> IsOfTenantAsync(string? keyId, string tenant)
    {
        var published = (OpenIdConnectConfiguration)await parameters!.ConfigurationManager.GetBaseConfigurationAsync(CancellationToken.None);
        var issuers = published.JsonWebKeySet.Keys
            .Where(key => key.Kid == keyId)
            .Select(key => key.AdditionalData.TryGetValue("issuer", out var issuer) ? issuer.ToString()! : AnyTenant)
            .ToArray();
        return issuers.Length > 0 && issuers.All(issuer => issuer.Contains(AnyTenant, StringComparison.OrdinalIgnoreCase) || issuer.Contains($"/{tenant}/", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The app's id, and the addresses under which an app with a bot and a tab is registered.</summary>
    private static string[] AudiencesOf(string appId, string? publicUrl) =>
    [
        appId,
        $"api://{appId}",
        .. publicUrl is null ? [] : new[] { $"api://{new Uri(publicUrl).Authority}/{appId}", $"api://{new Uri(publicUrl).Authority}/botid-{appId}" },
    ];

    private static bool IsOfItsTenant(string issuer, SecurityToken token, bool isGovernment) =>
        token is JsonWebToken web
        && web.TryGetPayloadValue<string>("tid", out var tenant)
        && Guid.TryParseExact(tenant, "D", out _)
        && (issuer == $"https://login.microsoftonline.{(isGovernment ? "us" : "com")}/{tenant}/v2.0" || issuer == $"https://sts.windows.net/{tenant}/");

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request to the page was refused: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string reason);
}

/// <summary>What a token says of who is signed in.</summary>
/// <param name="TenantId">Their tenant.</param>
/// <param name="UserId">Their Entra object id.</param>
/// <param name="IsGuest">Whether they are a guest there, as far as the token says.</param>
internal sealed record TabClaims(string TenantId, string UserId, bool IsGuest);
