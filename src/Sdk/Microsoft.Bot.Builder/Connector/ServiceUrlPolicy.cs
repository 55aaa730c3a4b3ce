namespace Microsoft.Bot.Connector;

/// <summary>Where a bot may send. A service URL comes from outside, so a token and a person's words go to known hosts only.</summary>
internal static class ServiceUrlPolicy
{
    private static readonly string[] Hosts =
        ["smba.trafficmanager.net", "botframework.com", "teams.microsoft.com", "teams.microsoft.us"];

    private static readonly string[] Families =
        [".botframework.com", ".teams.microsoft.com", ".teams.microsoft.us"];

    /// <summary>Refuses a service URL to which this bot must not send.</summary>
    /// <param name="serviceUrl">The service URL.</param>
    /// <param name="authenticated">Whether the bot has an app id. Without one it talks to local clients only.</param>
    /// <exception cref="InvalidOperationException">The host is not allowed.</exception>
    public static void Demand(Uri serviceUrl, bool authenticated)
    {
        if (authenticated ? !IsTrusted(serviceUrl) : !IsLocal(serviceUrl))
            throw new InvalidOperationException($"This bot does not send to the host {serviceUrl.Host}.");
    }

    private static bool IsLocal(Uri url) => url.IsLoopback && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static bool IsTrusted(Uri url) =>
        url.Scheme == Uri.UriSchemeHttps && url.IsDefaultPort && url.UserInfo.Length == 0
        && (Hosts.Contains(url.IdnHost, StringComparer.OrdinalIgnoreCase)
            || Families.Any(family => url.IdnHost.EndsWith(family, StringComparison.OrdinalIgnoreCase)));
}
