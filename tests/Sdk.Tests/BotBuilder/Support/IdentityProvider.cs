using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.BotBuilder.Support;

/// <summary>An OpenID provider on this machine, for tokens of the Bot Connector and of Entra alike.</summary>
public sealed class IdentityProvider : IAsyncDisposable
{
    public const string AppId = "11111111-1111-1111-1111-111111111111";
    public const string Tenant = "22222222-2222-2222-2222-222222222222";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string EntraV1 = $"https://sts.windows.net/{Tenant}/";
    public const string EntraV2 = $"https://login.microsoftonline.com/{Tenant}/v2.0";

    // Making a key takes long; one serves all tests.
    private static readonly RsaSecurityKey First = NewKey("key-1");

    private readonly LoopbackServer server;

    private IdentityProvider(LoopbackServer server) => this.server = server;

    public List<(RsaSecurityKey Key, string[]? Endorsements)> Published { get; } = [];

    /// <summary>Of the keys that say whose tokens they sign: the issuer, by the key's id.</summary>
    public Dictionary<string, string> KeyIssuers { get; } = [];

    public int Fetches => server.Requests.Count;

    /// <summary>Answers instead of the provider; null while it works.</summary>
    public Func<HttpContext, Task>? Trouble { get; set; }

    /// <summary>The configuration of a bot with an app id that trusts this provider.</summary>
    public Dictionary<string, string?> Configuration => new()
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "no secret",
        ["MicrosoftAppTenantId"] = Tenant,
        ["ToBotFromChannelOpenIdMetadataUrl"] = server.Url + "/metadata",
        ["ToBotFromEmulatorOpenIdMetadataUrl"] = server.Url + "/metadata",
    };

    public static async Task<IdentityProvider> StartAsync()
    {
        var provider = new IdentityProvider(await LoopbackServer.StartAsync());
        provider.server.Answer = provider.AnswerAsync;
        provider.Published.Add((First, ["msteams", "webchat"]));
        return provider;
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    /// <summary>A good token of the Bot Connector, unless told otherwise.</summary>
    public string Token(
        Action<Dictionary<string, object>>? claims = null,
        string issuer = AuthenticationConstants.ToBotFromChannelTokenIssuer,
        string audience = AppId,
        TimeSpan? expires = null,
        SecurityKey? key = null,
        string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var all = new Dictionary<string, object> { ["serviceurl"] = ServiceUrl };
        claims?.Invoke(all);
        var now = DateTime.UtcNow;
        var end = now + (expires ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = end - TimeSpan.FromHours(2),
            IssuedAt = end - TimeSpan.FromHours(2),
            Expires = end,
            Claims = all,
            SigningCredentials = new SigningCredentials(key ?? Published[0].Key, algorithm),
        });
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task AnswerAsync(HttpContext context) => Trouble is { } trouble ? trouble(context) : context.Response.WriteAsync(context.Request.Path == "/metadata"
        ? new JObject { ["issuer"] = "x", ["jwks_uri"] = server.Url + "/keys" }.ToString()
        : new JObject { ["keys"] = new JArray(Published.Select(one => KeyJson(one.Key, one.Endorsements, KeyIssuers.GetValueOrDefault(one.Key.KeyId)))) }.ToString());

    private static JObject KeyJson(RsaSecurityKey key, string[]? endorsements, string? issuer)
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId });
        var json = new JObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = jwk.Kid, ["n"] = jwk.N, ["e"] = jwk.E };
        if (endorsements is not null)
            json["endorsements"] = new JArray(endorsements);
        if (issuer is not null)
            json["issuer"] = issuer;
        return json;
    }
}
