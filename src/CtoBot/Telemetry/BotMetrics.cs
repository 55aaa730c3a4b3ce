using System.Diagnostics;
using System.Diagnostics.Metrics;
using CtoBot.Core;

namespace CtoBot.Telemetry;

/// <summary>Turns and calls of the store, as metrics of the meter <c>CtoBot</c>. Every value of a tag is a word of this program.</summary>
internal static class BotMetrics
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CtoBot";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Turns = Meter.CreateCounter<long>("ctobot.turns", "{turn}", "Activities that were taken in, by what they were and how it ended");
    private static readonly Counter<long> Conflicts = Meter.CreateCounter<long>("ctobot.store.conflicts", "{write}", "Conditional writes that another writer was before");

    private static readonly Histogram<double> TurnDuration = Meter.CreateHistogram(
        "ctobot.turn.duration", "s", "From the activity to the last answer", advice: Buckets(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15));

    private static readonly Histogram<double> CallDuration = Meter.CreateHistogram(
        "ctobot.store.duration", "s", "A call of the store", advice: Buckets(0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10));

    /// <summary>Whether somebody listens.</summary>
    public static bool AreHeard => Turns.Enabled;

    /// <summary>What an input is, in a word.</summary>
    public static string KindOf(Input input) => input switch
    {
        Input.Said => "said",
        Input.Submitted => "submitted",
        Input.Installed => "installed",
        Input.Removed => "removed",
        Input.Tick => "tick",
        Input.Undeliverable => "undeliverable",
        _ => "other",
    };

    /// <summary>An activity was dealt with.</summary>
    /// <param name="kind">What it was.</param>
    /// <param name="outcome">How it ended: ok, unsent, or the key of the problem that was told.</param>
    /// <param name="took">How long it took.</param>
    public static void Turned(string kind, string outcome, TimeSpan took)
    {
        var tags = new TagList { { "ctobot.input", kind }, { "ctobot.outcome", outcome } };
        Turns.Add(1, tags);
        TurnDuration.Record(took.TotalSeconds, tags);
    }

    /// <summary>The store was called.</summary>
    public static void Called(string operation, string table, string outcome, TimeSpan took)
    {
        CallDuration.Record(took.TotalSeconds, new TagList { { "db.operation.name", operation }, { "db.collection.name", table }, { "ctobot.outcome", outcome } });
        if (outcome == StoreOutcome.Conflict)
            Conflicts.Add(1, new KeyValuePair<string, object?>("db.collection.name", table));
    }

    private static InstrumentAdvice<double> Buckets(params double[] seconds) => new() { HistogramBucketBoundaries = seconds };
}

/// <summary>How a call of the store ended.</summary>
internal static class StoreOutcome
{
    /// <summary>It did what was asked.</summary>
    public const string Ok = "ok";

    /// <summary>Another writer was first.</summary>
    public const string Conflict = "conflict";

    /// <summary>It failed.</summary>
    public const string Failed = "failed";
}
