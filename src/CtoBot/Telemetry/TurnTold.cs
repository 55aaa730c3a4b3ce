using System.Diagnostics;
using CtoBot.Core;

namespace CtoBot.Telemetry;

/// <summary>A turn, as a span and as metrics, from its beginning to its end.</summary>
internal sealed class TurnTold : IDisposable
{
    /// <summary>It was taken in and answered.</summary>
    public const string Ok = "ok";

    /// <summary>It was taken in, and the answer did not go out.</summary>
    public const string Unsent = "unsent";

    private readonly string kind;
    private readonly TimeProvider time;
    private readonly long began;
    private readonly Activity? span;

    private TurnTold(Input input, TimeProvider time)
    {
        this.time = time;
        kind = BotMetrics.KindOf(input);
        began = time.GetTimestamp();
        span = Spans.Start("turn");
        span?.SetTag("ctobot.input", kind);
    }

    /// <summary>Begins, if somebody listens; else there is nothing to tell, and nothing is made.</summary>
    public static TurnTold? Begin(Input input, TimeProvider time) => Spans.AreHeard || BotMetrics.AreHeard ? new(input, time) : null;

    /// <summary>How it ended; that it was cut off, until somebody says otherwise.</summary>
    public string Outcome { get; set; } = "cancelled";

    /// <summary>It failed.</summary>
    public void Fail(string outcome, Exception failure)
    {
        Outcome = outcome;
        span.Fail(failure);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        span?.SetTag("ctobot.outcome", Outcome);
        span?.Dispose();
        BotMetrics.Turned(kind, Outcome, time.GetElapsedTime(began));
    }
}
