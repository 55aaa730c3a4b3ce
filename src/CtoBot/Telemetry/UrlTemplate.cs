namespace CtoBot.Telemetry;

/// <summary>The form of an address that the bot calls, without what in it names somebody.</summary>
internal static class UrlTemplate
{
    /// <summary>The words of the Bot Connector's paths. Everything else in them is an id.</summary>
    private static readonly string[] Words = ["v3", "conversations", "activities", "members", "pagedmembers", "teams"];

    /// <summary>The template of an absolute address, such as <c>/v3/conversations/{id}/activities</c>; null if it is of no known form.</summary>
    public static string? Of(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var uri))
            return null;
        var parts = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [.., "$batch"])
            return "/$batch";
        var from = Array.IndexOf(parts, "v3");
        return from < 0 ? null : string.Concat(parts[from..].Select(part => Array.IndexOf(Words, part) >= 0 ? "/" + part : "/{id}"));
    }
}
