using System.Diagnostics;

namespace CtoBot.Telemetry;

/// <summary>
/// The bot's own spans. Without a listener none is made, and nothing is allocated. A span says what was done, how long it took and how it
/// ended: never who, where or in which words.
/// </summary>
internal static class Spans
{
    /// <summary>The name of the source.</summary>
    public const string SourceName = "CtoBot";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>Whether somebody listens.</summary>
    public static bool AreHeard => Source.HasListeners();

    /// <summary>Begins a span within the current one, or a trace if there is none. Null if nobody listens.</summary>
    public static Activity? Start(string name) => Source.StartActivity(name);

    /// <summary>Begins a span that is a call of another service, if it is part of a trace: calls of no trace are not told.</summary>
    public static Activity? StartCall(string name) => Activity.Current is null ? null : Source.StartActivity(name, ActivityKind.Client);

    /// <summary>Notes that what the span is about failed, by the kind of the failure: a message may hold what a person wrote.</summary>
    public static void Fail(this Activity? span, Exception failure)
    {
        if (span is null)
            return;
        span.SetTag("error.type", failure.GetType().FullName);
        span.SetStatus(ActivityStatusCode.Error);
    }
}
