using System.Security.Claims;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Which app got an Entra token for itself.</summary>
internal static class CallingApp
{
    /// <summary>The app id in the claim that the token's version has for it, or null.</summary>
    public static string Of(IEnumerable<Claim> claims) => Claim(claims, AuthenticationConstants.VersionClaim) switch
    {
        null or "" or "1.0" => Claim(claims, AuthenticationConstants.AppIdClaim),
        "2.0" => Claim(claims, AuthenticationConstants.AuthorizedParty),
        _ => null,
    };

    private static string Claim(IEnumerable<Claim> claims, string type) => claims.FirstOrDefault(claim => claim.Type == type)?.Value;
}
