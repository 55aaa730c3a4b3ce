using System.Collections.Frozen;
using System.Diagnostics;
using CtoBot.Health;
using OpenTelemetry;

namespace CtoBot.Telemetry;

/// <summary>
/// What leaves the process of a span: the tags of one list and no other. Addresses hold the ids of chats and the tokens of links; a caller
/// decides on its method, its host and its <c>tracestate</c>. So an address is replaced by its template, and the rest is taken off.
/// </summary>
internal sealed class CleanSpans : BaseProcessor<Activity>
{
    private const string Address = "url.full";
    private const string Method = "http.request.method";
    private const string Route = "http.route";
    private const string OwnPrefix = "ctobot.";

    /// <summary>The tags that may leave, besides the bot's own.</summary>
    private static readonly FrozenSet<string> Kept = FrozenSet.Create(
        Method, "http.response.status_code", Route, "http.request.resend_count", "url.template", "network.protocol.version", "error.type",
        "db.system.name", "db.operation.name", "db.collection.name");

    /// <summary>Where the bot itself calls: of a request that comes in, the caller says it.</summary>
    private static readonly FrozenSet<string> KeptOfCalls = FrozenSet.Create("server.address", "server.port");

    private static readonly FrozenSet<string> Methods = FrozenSet.Create("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        data.TraceStateString = null;
        if (data.Source.Name != Spans.SourceName)
            Rename(data);
        foreach (var tag in data.TagObjects.Select(tag => tag.Key).Where(key => !IsKept(key, data.Kind)).ToList())
            data.SetTag(tag, null);
        // Without its description, which is an exception's message.
        data.SetStatus(data.Status);
        // Events cannot be taken off, and the only ones that a framework adds hold exceptions.
        if (data.Events.Any() || data.GetTagItem(Route) is string route && HealthEndpoint.IsProbe(route))
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static void Rename(Activity span)
    {
        var method = span.GetTagItem(Method) as string;
        if (method is null || !Methods.Contains(method))
            span.SetTag(Method, method = "_OTHER");
        var template = span.Kind == ActivityKind.Client ? UrlTemplate.Of(span.GetTagItem(Address) as string) : null;
        span.SetTag("url.template", template);
        span.DisplayName = (template ?? span.GetTagItem(Route) as string) is { } path ? $"{method} {path}" : method;
    }

    private static bool IsKept(string key, ActivityKind kind) =>
        Kept.Contains(key) || key.StartsWith(OwnPrefix, StringComparison.Ordinal) || (kind == ActivityKind.Client && KeptOfCalls.Contains(key));
}
