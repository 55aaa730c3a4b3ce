using System.Net;

namespace CtoBot.Access;

/// <summary>Tells whether a request comes from a program on this machine, and not from somewhere else through one.</summary>
internal static class LocalCaller
{
    /// <summary>
    /// Whether it does: from a loopback address, not forwarded by a tunnel, to this machine by name (a web page may give a name of its own
    /// the address of this machine), and not from a page of another origin in a browser here.
    /// </summary>
    public static bool Is(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded")
        && IsThisMachine(context.Request.Host.Host)
        && !IsForeignPage(context.Request);

    /// <summary>Whether a browser sent it on behalf of a page of another origin. Programs do not send these headers.</summary>
    public static bool IsForeignPage(HttpRequest request) =>
        (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site.ToString() is not ("same-origin" or "none"))
        || (request.Headers.TryGetValue("Origin", out var origin) && !$"{request.Scheme}://{request.Host}".Equals(origin.ToString(), StringComparison.OrdinalIgnoreCase));

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
