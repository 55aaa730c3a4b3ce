using System.Diagnostics.Metrics;

namespace CtoBot.Reminders;

/// <summary>What this instance has done with reminders since it started.</summary>
/// <param name="Due">Rows of the due index that it claimed.</param>
/// <param name="Sent">Reminders that went out.</param>
/// <param name="Late">Those of them that were more than five minutes late.</param>
/// <param name="Retried">Attempts that failed and are made again.</param>
/// <param name="Suspended">People who cannot be reached, and are left alone until they write.</param>
/// <param name="Reported">Attempts that failed for a reason that an operator should look at; they are made again, later each time.</param>
/// <param name="Dropped">Rows that no person's state confirmed.</param>
/// <param name="InFlight">Reminders that are claimed and not dealt with.</param>
/// <param name="OldestDue">The time of the oldest row that was due when this instance looked last; null for none.</param>
public sealed record ReminderCounts(long Due, long Sent, long Late, long Retried, long Suspended, long Reported, long Dropped, long InFlight, DateTimeOffset? OldestDue);

/// <summary>Counts of reminders, as metrics of the meter <c>CtoBot.Reminders</c> and for the operators' page.</summary>
public sealed class ReminderMetrics : IDisposable
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "CtoBot.Reminders";

    private readonly Meter meter = new(MeterName);
    private readonly TimeProvider time;
    private readonly Count due;
    private readonly Count sent;
    private readonly Count late;
    private readonly Count retried;
    private readonly Count suspended;
    private readonly Count reported;
    private readonly Count dropped;
    private long inFlight;
    private long oldest;
    private long looked;

    /// <summary>With the clock by which the age of the oldest row is told.</summary>
    public ReminderMetrics(TimeProvider time)
    {
        this.time = time;
        looked = time.GetTimestamp();
        due = new(meter, "due", "Rows of the due index claimed");
        sent = new(meter, "sent", "Reminders sent");
        late = new(meter, "late", "Reminders sent more than five minutes late");
        retried = new(meter, "retried", "Attempts that failed and are made again");
        suspended = new(meter, "suspended", "People suspended until they write again");
        reported = new(meter, "reported", "Attempts that failed for a reason to look at");
        dropped = new(meter, "dropped", "Rows that no state confirmed");
        meter.CreateObservableGauge("ctobot.reminders.in_flight", () => Volatile.Read(ref inFlight), "{reminder}", "Reminders claimed and not dealt with");
        meter.CreateObservableGauge("ctobot.reminders.oldest_due", OldestAge, "s", "Age of the oldest row that is due; 0 for none");
    }

    /// <summary>The counts so far.</summary>
    public ReminderCounts Counts => new(due.Value, sent.Value, late.Value, retried.Value, suspended.Value, reported.Value, dropped.Value, Volatile.Read(ref inFlight), Oldest);

    internal void Claimed(int rows)
    {
        due.Add(rows);
        Interlocked.Add(ref inFlight, rows);
    }

    internal void Ended() => Interlocked.Decrement(ref inFlight);

    internal void Sent(bool isLate)
    {
        sent.Add(1);
        if (isLate)
            late.Add(1);
    }

    internal void Retried() => retried.Add(1);

    internal void Suspended() => suspended.Add(1);

    internal void Reported() => reported.Add(1);

    internal void Dropped() => dropped.Add(1);

    internal void Saw(DateTimeOffset? oldestDue)
    {
        Volatile.Write(ref oldest, oldestDue?.UtcTicks ?? 0);
        Volatile.Write(ref looked, time.GetTimestamp());
    }

    /// <summary>How long ago this instance has ended a look at the whole index; since its start, if it has not yet.</summary>
    internal TimeSpan SinceLastLook => time.GetElapsedTime(Volatile.Read(ref looked));

    /// <inheritdoc/>
    public void Dispose() => meter.Dispose();

    private DateTimeOffset? Oldest => Volatile.Read(ref oldest) is var ticks and > 0 ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    private double OldestAge() => Oldest is { } at ? Math.Max(0, (time.GetUtcNow() - at).TotalSeconds) : 0;

    private sealed class Count(Meter meter, string name, string description)
    {
        private readonly Counter<long> counter = meter.CreateCounter<long>("ctobot.reminders." + name, "{reminder}", description);
        private long value;

        public long Value => Volatile.Read(ref value);

        public void Add(long added)
        {
            Interlocked.Add(ref value, added);
            counter.Add(added);
        }
    }
}
