using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Validates the bearer tokens of incoming requests, as the protocol's authentication specification demands.</summary>
/// <remarks>
/// Two issuers are known. A token of the Bot Connector must name the service URL of the activity, and its key must be
/// endorsed for the activity's channel. A token of Entra must come from the configured tenant and from this very app.
/// </remarks>
internal sealed partial class TokenValidator(
    string appId, CloudEnvironment cloud, AuthenticationConfiguration configuration, HttpClient httpClient, ILogger logger)
{
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    private readonly SigningKeys channelKeys = new(cloud.ChannelMetadataUrl, httpClient);
    private readonly SigningKeys entraKeys = new(cloud.EntraMetadataUrl, httpClient);

    /// <summary>Validates the token of a request.</summary>
    /// <param name="authHeader">The <c>Authorization</c> header.</param>
    /// <param name="channelId">The channel of the activity.</param>
    /// <param name="serviceUrl">The service URL of the activity.</param>
    /// <param name="cancellationToken">Cancels the validation.</param>
    /// <returns>The claims of the token.</returns>
    /// <exception cref="UnauthorizedAccessException">The token is refused; the reason is in the log.</exception>
    /// <exception cref="CallerNotAllowedException">The token is good, and of an app that must not call.</exception>
    public async Task<ClaimsIdentity> ValidateAsync(string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        var token = Parse(authHeader);
        if (cloud.EntraIssuers.Contains(token.Issuer))
        {
            var valid = await ValidateAsync(token, entraKeys, cloud.EntraIssuers, cancellationToken);
            await DemandCallerAsync(valid.ClaimsIdentity, serviceUrl);
            return valid.ClaimsIdentity;
        }

        var result = await ValidateAsync(token, channelKeys, [cloud.ChannelIssuer], cancellationToken);
        if (!IsEndorsed(result.SecurityToken.SigningKey as JsonWebKey, channelId))
            throw Refuse("the signing key is not endorsed for the channel");
        if (serviceUrl is null || Claim(result.ClaimsIdentity, AuthenticationConstants.ServiceUrlClaim) != serviceUrl)
            throw Refuse("the service URL of the activity is not that of the token");
        return result.ClaimsIdentity;
    }

    /// <summary>Logs why a request is refused.</summary>
    /// <returns>The exception to throw; it carries no reason, for it may reach the caller.</returns>
    public UnauthorizedAccessException Refuse(string reason)
    {
        LogRefused(reason);
        return new UnauthorizedAccessException();
    }

    private JsonWebToken Parse(string authHeader)
    {
        var parts = authHeader.Split(' ');
        if (parts.Length != 2 || !parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            throw Refuse("the header is not that of a bearer token");
        if (!Handler.CanReadToken(parts[1]))
            throw Refuse("the token is no JSON web token");
        try
        {
            return Handler.ReadJsonWebToken(parts[1]);
        }
        catch (ArgumentException)
        {
            throw Refuse("the token is no JSON web token");
        }
    }

    private async Task<TokenValidationResult> ValidateAsync(JsonWebToken token, SigningKeys keys, IEnumerable<string> issuers, CancellationToken cancellationToken)
    {
        var result = await TryAsync();
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            await Fetch(() => keys.RefreshAsync(cancellationToken));
            result = await TryAsync();
        }

        // The type says enough; the message may quote the token.
        return result.IsValid ? result : throw Refuse(result.Exception.GetType().Name);

        async Task<TokenValidationResult> TryAsync()
        {
            ICollection<JsonWebKey> known = [];
            await Fetch(async () => known = await keys.GetAsync(cancellationToken));
            return await Handler.ValidateTokenAsync(token, Parameters(issuers, known));
        }
    }

    // A provider that cannot be reached must not open the door, nor is it the caller's business.
    private async Task Fetch(Func<Task> fetch)
    {
        try
        {
            await fetch();
        }
        catch (InvalidOperationException unreachable)
        {
            LogNoKeys(unreachable);
            throw new UnauthorizedAccessException();
        }
    }

    private TokenValidationParameters Parameters(IEnumerable<string> issuers, IEnumerable<SecurityKey> keys) => new()
    {
        ValidIssuers = issuers,
        ValidAudience = appId,
        IssuerSigningKeys = keys,
        TryAllIssuerSigningKeys = false,
        ValidateIssuerSigningKey = true,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512],
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        ClockSkew = TimeSpan.FromMinutes(5),
    };

    // A token of Entra need not name a service URL; one that does is for no other.
    private async Task DemandCallerAsync(ClaimsIdentity identity, string serviceUrl)
    {
        if (CallingApp.Of(identity.Claims) is not { Length: > 0 } caller)
            throw Refuse("the token does not say which app calls");
        if (Claim(identity, AuthenticationConstants.ServiceUrlClaim) is { } named && named != serviceUrl)
            throw Refuse("the service URL of the activity is not that of the token");
        if (caller == appId)
            return;
        try
        {
            if (configuration.ClaimsValidator is not { } validator)
                throw new UnauthorizedAccessException();
            await validator.ValidateClaimsAsync([.. identity.Claims]);
        }
        catch (UnauthorizedAccessException)
        {
            LogRefused("the calling app is another one, and not allowed");
            throw new CallerNotAllowedException();
        }
    }

    private bool IsEndorsed(JsonWebKey key, string channelId)
    {
        if (string.IsNullOrEmpty(channelId) || key is null)
            return false;
        var endorsements = Endorsements(key);
        return endorsements.Contains(channelId) && configuration.RequiredEndorsements.All(endorsements.Contains);
    }

    private static HashSet<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString())]
            : [];

    private static string Claim(ClaimsIdentity identity, string type) => identity.FindFirst(type)?.Value;

    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "A request was refused: {Reason}.")]
    private partial void LogRefused(string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A request was refused: the signing keys of its issuer cannot be fetched.")]
    private partial void LogNoKeys(Exception exception);
}
