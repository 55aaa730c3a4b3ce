using System.Security.Cryptography;
using System.Text;
using CtoBot.Tests.Support;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Sdk.Tests.BotBuilder.Support;

namespace CtoBot.Tests.Door;

/// <summary>A request that must not pass.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Code">What it is answered.</param>
/// <param name="Reason">What the log says of it, in part.</param>
/// <param name="Make">Makes it.</param>
internal sealed record Forgery(string Name, int Code, string Reason, Func<RawRequest> Make);

/// <summary>The requests that must not pass: signatures, claims, bodies, headers, one fault each in a request that is good otherwise.</summary>
internal sealed class Forgeries(IdentityProvider provider, TeamsClient person)
{
    public const string Other = "33333333-3333-3333-3333-333333333333";

    private static readonly RsaSecurityKey Stranger = IdentityProvider.NewKey("key-1");
    private static readonly RsaSecurityKey Unknown = IdentityProvider.NewKey("key-of-nobody");

    /// <summary>To be published without endorsements.</summary>
    public static RsaSecurityKey Bare { get; } = IdentityProvider.NewKey("key-bare");

    /// <summary>To be published with the endorsement for another channel.</summary>
    public static RsaSecurityKey Elsewhere { get; } = IdentityProvider.NewKey("key-elsewhere");

    public IEnumerable<Forgery> All => [.. Headers, .. Signatures, .. Claims, .. Channels, .. Entra, .. Callers, .. Methods, .. Types, .. Bodies, .. Browsers];

    private JObject Activity => TokenDoorTest.Activity(person, Planted.Quote);

    private RawRequest Good => TokenDoorTest.Request(Activity, provider.Token());

    private IEnumerable<Forgery> Headers =>
    [
        Of("no header", "no token", () => Good.Without("Authorization")),
        Of("an empty header", "no token", () => Good.With("Authorization", "")),
        .. new[] { "Bearer", "Bearer  ", "Bearer a b", "Bearer x", "Bearer a.b.c", "Bearer e30.e30.e30", "Bearer .", "Bearer ..", "Bearer ....", "Basic dXNlcjpwYXNz", "Negotiate YII=", "Digest username=\"x\"", "x", "\"Bearer\"" }
            .Select(header => Of($"the header {header}", header == "Bearer  " ? "" : "json web token|bearer token|SecurityToken", () => Good.With("Authorization", header))),
        Of("a good token of another scheme", "bearer token", () => Good.With("Authorization", "DPoP " + provider.Token())),
        Of("a good token without a scheme", "bearer token", () => Good.With("Authorization", provider.Token())),
        Of("two good headers", "more than one", () => Good.Also("Authorization", "Bearer " + provider.Token())),
        Of("a good header after a bad one", "more than one", () => Good.With("Authorization", "Bearer x").Also("Authorization", "Bearer " + provider.Token())),
        Of("two good tokens in one header", "bearer token", () => Good.With("Authorization", $"Bearer {provider.Token()}, Bearer {provider.Token()}")),
        Of("a good token in the query", "no token", () => At(Good.Without("Authorization"), "/api/messages?access_token=" + provider.Token())),
        Of("a good token in a cookie", "no token", () => Good.Without("Authorization").With("Cookie", "Authorization=Bearer " + provider.Token())),
        Of("24 KB that are no token", "token", () => Good.With("Authorization", "Bearer " + new string('a', 24_000))),
        Of("24 KB in three parts", "token", () => Good.With("Authorization", $"Bearer {new string('a', 8_000)}.{new string('b', 8_000)}.{new string('c', 8_000)}")),
        new("a token of 300 KB", 431, "", () => Good.With("Authorization", "Bearer " + provider.Token(claims => claims["much"] = new string('x', 300_000)))),
    ];

    private IEnumerable<Forgery> Signatures =>
    [
        Of("alg none", "SecurityToken", () => Signed("""{"alg":"none","typ":"JWT"}""", _ => "")),
        Of("alg None", "SecurityToken", () => Signed("""{"alg":"None","typ":"JWT","kid":"key-1"}""", _ => "")),
        Of("no alg", "SecurityToken|json web token", () => Signed("""{"typ":"JWT","kid":"key-1"}""", _ => "")),
        Of("no signature", "SecurityToken", () => Signed("""{"alg":"RS256","typ":"JWT","kid":"key-1"}""", _ => "")),
        Of("HS256 with the public key as PEM", "SecurityToken", () => Signed("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""", text => Hmac(Encoding.ASCII.GetBytes(PublicKey.ExportSubjectPublicKeyInfoPem()), text))),
        Of("HS256 with the public key as DER", "SecurityToken", () => Signed("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""", text => Hmac(PublicKey.ExportSubjectPublicKeyInfo(), text))),
        Of("HS256 with the modulus", "SecurityToken", () => Signed("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""", text => Hmac(PublicKey.ExportParameters(false).Modulus!, text))),
        Of("HS256 with an empty key", "SecurityToken", () => Signed("""{"alg":"HS256","typ":"JWT","kid":"key-1"}""", text => Hmac([], text))),
        Of("PS256 with the right key", "SecurityToken", () => Bearer(provider.Token(algorithm: SecurityAlgorithms.RsaSsaPssSha256))),
        Of("ES256", "SecurityToken", () => Bearer(Curve())),
        Of("another key of the same name", "SecurityTokenInvalidSignatureException", () => Bearer(provider.Token(key: Stranger))),
        Of("an unknown key", "SecurityTokenSignatureKeyNotFoundException", () => Bearer(provider.Token(key: Unknown))),
        Of("no name of a key", "SecurityToken", () => Bearer(provider.Token(key: new RsaSecurityKey(provider.Published[0].Key.Rsa)))),
        Of("changed claims", "SecurityTokenInvalidSignatureException", () => Bearer(Part(provider.Token(), 1, text => text.Replace("emea", "amer", StringComparison.Ordinal)))),
        Of("a changed header", "SecurityTokenInvalidSignatureException", () => Bearer(Part(provider.Token(), 0, text => text.Replace("RS256", "RS384", StringComparison.Ordinal)))),
        Of("a signature cut short", "SecurityToken", () => Bearer(provider.Token()[..^8])),
        Of("the signature of another token", "SecurityTokenInvalidSignatureException", () => Bearer(string.Join('.', [.. provider.Token(audience: Other).Split('.')[..2], provider.Token().Split('.')[2]]))),
        Of("a key in the header", "SecurityToken", () => Bearer(Own($$"""{"alg":"RS256","typ":"JWT","jwk":{{Jwk(Stranger)}}}"""))),
        Of("a key in the header under a known name", "SecurityTokenInvalidSignatureException", () => Bearer(Own($$"""{"alg":"RS256","typ":"JWT","kid":"key-1","jwk":{{Jwk(Stranger)}}}"""))),
        Of("a key at an address in the header", "SecurityToken", () => Bearer(Own("""{"alg":"RS256","typ":"JWT","kid":"x","jku":"https://evil.example/keys","x5u":"https://evil.example/x5u"}"""))),
        Of("an encrypted token", "token|SecurityToken", () => Bearer("eyJhbGciOiJSU0EtT0FFUCIsImVuYyI6IkEyNTZHQ00ifQ.AA.AA.AA.AA")),
    ];

    private IEnumerable<Forgery> Claims =>
    [
        Of("another issuer", "SecurityTokenInvalidIssuerException", () => Bearer(provider.Token(issuer: "https://evil.example"))),
        Of("the issuer with a slash", "SecurityTokenInvalidIssuerException", () => Bearer(provider.Token(issuer: "https://api.botframework.com/"))),
        Of("the issuer of the US Government", "SecurityTokenInvalidIssuerException", () => Bearer(provider.Token(issuer: "https://api.botframework.us"))),
        Of("no issuer", "SecurityTokenInvalidIssuerException", () => Bearer(provider.Token(issuer: null!))),
        Of("another audience", "SecurityTokenInvalidAudienceException", () => Bearer(provider.Token(audience: Other))),
        Of("the audience as an address", "SecurityTokenInvalidAudienceException", () => Bearer(provider.Token(audience: "https://api.botframework.com"))),
        Of("no audience", "SecurityTokenInvalidAudienceException", () => Bearer(provider.Token(audience: null!))),
        Of("expired an hour ago", "SecurityTokenExpiredException", () => Bearer(provider.Token(expires: TimeSpan.FromHours(-1)))),
        Of("expired just beyond the skew", "SecurityTokenExpiredException", () => Bearer(provider.Token(expires: TimeSpan.FromMinutes(-5.5)))),
        Of("not valid before just beyond the skew", "SecurityTokenNotYetValidException", () => Bearer(provider.Token(expires: TimeSpan.FromMinutes(125.5)))),
        Of("valid next year", "SecurityTokenNotYetValidException", () => Bearer(provider.Token(expires: TimeSpan.FromDays(366)))),
        Of("no expiry", "SecurityTokenNoExpirationException", () => Bearer(Forever())),
        Of("no service URL in the token", "service URL", () => Bearer(provider.Token(claims => claims.Remove("serviceurl")))),
        Of("an empty service URL in the token", "service URL", () => Bearer(provider.Token(claims => claims["serviceurl"] = ""))),
        Of("another path in the token", "service URL", () => Bearer(provider.Token(claims => claims["serviceurl"] = "https://smba.trafficmanager.net/amer/"))),
        Of("another host in the token", "service URL", () => Bearer(provider.Token(claims => claims["serviceurl"] = "https://evil.example/emea/"))),
        Of("another case in the token", "service URL", () => Bearer(provider.Token(claims => claims["serviceurl"] = "https://SMBA.trafficmanager.net/emea/"))),
        Of("several service URLs in the token", "service URL", () => Bearer(provider.Token(claims => claims["serviceurl"] = new[] { "https://evil.example/", "https://evil.example/x" }))),
        Of("another service URL in the activity", "service URL", () => Changed(activity => activity["serviceUrl"] = "https://evil.example/")),
        Of("no service URL in the activity", "service URL", () => Changed(activity => activity.Remove("serviceUrl"))),
        Of("a service URL in the activity that differs by a slash", "service URL", () => Changed(activity => activity["serviceUrl"] = TokenDoorTest.ServiceUrl.TrimEnd('/'))),
    ];

    private IEnumerable<Forgery> Channels =>
    [
        .. new JToken?[] { "directline", "MSTEAMS", "msteams ", "", JValue.CreateNull(), null }.Select(channel => Of($"the channel {channel ?? "(none)"}", "endorsed", () => Changed(activity =>
        {
            if (channel is null)
                activity.Remove("channelId");
            else
                activity["channelId"] = channel;
        }))),
        Of("a key without endorsements", "endorsed", () => Bearer(provider.Token(key: Bare))),
        Of("a key endorsed for another channel", "endorsed", () => Bearer(provider.Token(key: Elsewhere))),
    ];

    private IEnumerable<Forgery> Entra =>
    [
        Of("a token of another tenant, version 1", "SecurityTokenInvalidIssuerException", () => Bearer(OfEntra($"https://sts.windows.net/{Other}/", "1.0", "appid", IdentityProvider.AppId))),
        Of("a token of another tenant, version 2", "SecurityTokenInvalidIssuerException", () => Bearer(OfEntra($"https://login.microsoftonline.com/{Other}/v2.0", "2.0", "azp", IdentityProvider.AppId))),
        Of("a token of no tenant", "SecurityTokenInvalidIssuerException", () => Bearer(OfEntra("https://login.microsoftonline.com/common/v2.0", "2.0", "azp", IdentityProvider.AppId))),
        new("another app, version 1", 403, "another one", () => Bearer(OfEntra(IdentityProvider.EntraV1, "1.0", "appid", Other))),
        new("another app, version 2", 403, "another one", () => Bearer(OfEntra(IdentityProvider.EntraV2, "2.0", "azp", Other))),
        Of("an app in the claim of the other version", "which app calls", () => Bearer(OfEntra(IdentityProvider.EntraV2, "2.0", "appid", IdentityProvider.AppId))),
        Of("an unknown version", "which app calls", () => Bearer(OfEntra(IdentityProvider.EntraV2, "3.0", "azp", IdentityProvider.AppId))),
        Of("no app", "which app calls", () => Bearer(OfEntra(IdentityProvider.EntraV2, "2.0", "x", IdentityProvider.AppId))),
        Of("Entra's audience", "SecurityTokenInvalidAudienceException", () => Bearer(provider.Token(issuer: IdentityProvider.EntraV2, audience: Other, claims: claims => claims["azp"] = Other))),
        Of("Entra's token for another service URL", "service URL", () => Bearer(provider.Token(issuer: IdentityProvider.EntraV2, claims: claims =>
        {
            claims["ver"] = "2.0";
            claims["azp"] = IdentityProvider.AppId;
            claims["serviceurl"] = "https://evil.example/";
        }))),
    ];

    private IEnumerable<Forgery> Callers =>
    [
        new("a person of another tenant", 403, "tenant is not allowed", () => Changed(activity => activity["conversation"]!["tenantId"] = activity["channelData"]!["tenant"]!["id"] = Other)),
        new("a person of two tenants", 403, "tenant is not allowed", () => Changed(activity => activity["channelData"]!["tenant"]!["id"] = Other)),
        new("a person of no tenant", 403, "tenant is not allowed", () => Changed(activity =>
        {
            ((JObject)activity["conversation"]!).Remove("tenantId");
            activity.Remove("channelData");
        })),
        new("a bot by its role", 403, "another bot", () => Changed(activity => activity["from"]!["role"] = "bot")),
        new("a bot by its id", 403, "another bot", () => Changed(activity => activity["from"]!["id"] = "28:" + Other)),
    ];

    private IEnumerable<Forgery> Methods => new[] { "GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "NONSENSE" }.Select(method => new Forgery($"the method {method}", 405, "activities are posted", () =>
    {
        var request = Good;
        request.Method = method;
        return request;
    }));

    private IEnumerable<Forgery> Types => new[] { "text/plain", "text/html", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/xml", "application/json; charset=utf-16", "application/jsonp", "nonsense", "" }
        .Select(type => new Forgery($"the content type {type}", 415, "content type", () => type.Length == 0 ? Good.Without("Content-Type") : Good.With("Content-Type", type)));

    private IEnumerable<Forgery> Bodies =>
    [
        Broken("no body", _ => ""),
        Broken("half a body", text => text[..(text.Length / 2)]),
        Broken("a body and more", text => text + "{}"),
        Broken("a list", text => $"[{text}]"),
        Broken("a text", _ => "\"message\""),
        Broken("nothing in it", _ => "null"),
        Broken("single quotes", text => text.Replace('"', '\'')),
        Broken("a comment", text => "/* x */" + text),
        Broken("a comma too many", text => text[..^1] + ",}"),
        Broken("a number that is none", text => text[..^1] + ",\"x\":NaN}"),
        Broken("a key without quotes", text => text[..^1] + ",x:1}"),
        Broken("10,000 levels", text => $"{text[..^1]},\"value\":{string.Concat(Enumerable.Repeat("[", 10_000))}{string.Concat(Enumerable.Repeat("]", 10_000))}}}"),
        Broken("a hundred levels", text => $"{text[..^1]},\"channelData\":{string.Concat(Enumerable.Repeat("{\"a\":", 100))}1{string.Concat(Enumerable.Repeat("}", 100))}}}"),
        Broken("two service URLs", text => $"{text[..^1]},\"serviceUrl\":\"{TokenDoorTest.ServiceUrl}\"}}"),
        Broken("two persons", text => text.Replace("\"aadObjectId\":", $"\"aadObjectId\":\"{Other}\",\"aadObjectId\":", StringComparison.Ordinal)),
        Broken("the same key written in two ways", text => text[..^1] + ",\"t\\u0065xt\":\"x\"}"),
        new("bytes that are no text", 400, "no sound JSON", () => Bytes(Good, bytes => [.. bytes[..^2], 0xff, .. bytes[^2..]])),
        new("UTF-16", 400, "no sound JSON", () => Bytes(Good, bytes => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes)))),
        new("no type", 400, "no activity", () => Changed(activity => activity.Remove("type"))),
        new("a type that is none", 400, "no activity", () => Changed(activity => activity["type"] = new JObject())),
        new("no conversation", 400, "no conversation", () => Changed(activity => activity["conversation"]!["id"] = "")),
        new("fewer bytes than announced", 408, "did not arrive in time", () => Announced(Good, 1_000)),
        new("a body in pieces that end in the middle", 408, "did not arrive in time", () => Pieces(Good, end: "")),
        new("half a body, and the caller hangs up", 0, "", () => HungUp(Announced(Good, 1_000))),
        new("a piece of nonsense length", 400, "damaged", () => Pieces(Good, end: "zz\r\n")),
        new("10 MB announced and sent", 413, "too large", () => Bytes(Good, _ => Encoding.UTF8.GetBytes(new string(' ', 10_000_000)))),
        new("10 MB announced", 413, "too large", () => Announced(Good, 10_000_000)),
        new("1 MB in pieces", 413, "too large", () => Bytes(Pieced(Good), _ => Encoding.ASCII.GetBytes($"100000\r\n{new string(' ', 0x100000)}\r\n0\r\n\r\n"))),
        new("a length that is none", 400, "", () => Raw(Good, "Content-Length", "-5")),
    ];

    private IEnumerable<Forgery> Browsers =>
    [
        new("a page of another origin", 403, "web page", () => Good.With("Origin", "https://evil.example")),
        new("a page of no origin", 403, "web page", () => Good.With("Origin", "null")),
        new("a page of another port", 403, "web page", () => Good.With("Origin", "http://127.0.0.1:1")),
        new("a page of another site", 403, "web page", () => Good.With("Sec-Fetch-Site", "cross-site")),
        new("a page of the same site", 403, "web page", () => Good.With("Sec-Fetch-Site", "same-site")),
    ];

    private RSA PublicKey => provider.Published[0].Key.Rsa;

    private static Forgery Of(string name, string reason, Func<RawRequest> make) => new(name, 401, reason, make);

    private Forgery Broken(string name, Func<string, string> change) =>
        new(name, 400, "no sound JSON", () => Bytes(Good, bytes => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(bytes)))));

    private RawRequest Bearer(string token) => Good.With("Authorization", "Bearer " + token);

    private RawRequest Changed(Action<JObject> change)
    {
        var activity = Activity;
        change(activity);
        return TokenDoorTest.Request(activity, provider.Token());
    }

    private static RawRequest Bytes(RawRequest request, Func<byte[], byte[]> change)
    {
        request.Body = change(request.Body);
        return request;
    }

    private static RawRequest At(RawRequest request, string path)
    {
        request.Path = path;
        return request;
    }

    private static RawRequest Announced(RawRequest request, long more)
    {
        request.Announced = request.Body.Length + more;
        return request;
    }

    private static RawRequest HungUp(RawRequest request)
    {
        request.HangsUp = true;
        return request;
    }

    private static RawRequest Raw(RawRequest request, string name, string value)
    {
        request.Announced = -1;
        return request.With(name, value);
    }

    private static RawRequest Pieced(RawRequest request) => Raw(request, "Transfer-Encoding", "chunked");

    private static RawRequest Pieces(RawRequest request, string end) =>
        Bytes(Pieced(request), bytes => [.. Encoding.ASCII.GetBytes($"{bytes.Length:x}\r\n"), .. bytes, .. Encoding.ASCII.GetBytes("\r\n" + end)]);

    private RawRequest Signed(string header, Func<string, string> sign)
    {
        var text = $"{Base64UrlEncoder.Encode(header)}.{provider.Token().Split('.')[1]}";
        return Bearer($"{text}.{sign(text)}");
    }

    private string Own(string header)
    {
        var text = $"{Base64UrlEncoder.Encode(header)}.{provider.Token().Split('.')[1]}";
        return $"{text}.{Base64UrlEncoder.Encode(Stranger.Rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Hmac(byte[] key, string text) => Base64UrlEncoder.Encode(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)));

    private static string Part(string token, int index, Func<string, string> change)
    {
        var parts = token.Split('.');
        parts[index] = Base64UrlEncoder.Encode(change(Base64UrlEncoder.Decode(parts[index])));
        return string.Join('.', parts);
    }

    private static string Jwk(RsaSecurityKey key)
    {
        var jwk = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)));
        return JsonConvert.SerializeObject(new { kty = "RSA", n = jwk.N, e = jwk.E });
    }

    private string Curve()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return provider.Token(key: new ECDsaSecurityKey(key) { KeyId = "key-1" }, algorithm: SecurityAlgorithms.EcdsaSha256);
    }

    private string Forever() => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = "https://api.botframework.com",
        Audience = IdentityProvider.AppId,
        Claims = new Dictionary<string, object> { ["serviceurl"] = TokenDoorTest.ServiceUrl },
        SigningCredentials = new SigningCredentials(provider.Published[0].Key, SecurityAlgorithms.RsaSha256),
    });

    private string OfEntra(string issuer, string version, string claim, string app) => provider.Token(issuer: issuer, claims: claims =>
    {
        claims.Remove("serviceurl");
        claims["ver"] = version;
        claims[claim] = app;
    });
}
