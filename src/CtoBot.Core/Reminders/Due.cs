using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>Something that a person is to be told unasked.</summary>
/// <param name="At">When. Before the instant that was asked about: it is overdue, and still to be told.</param>
/// <param name="Day">The person's calendar date that it is about.</param>
/// <param name="Kind">What it is.</param>
public sealed record Due(Instant At, LocalDate Day, DueKind Kind);

/// <summary>What a person is told unasked.</summary>
public enum DueKind
{
    /// <summary>What the day holds.</summary>
    Morning,

    /// <summary>What became of it.</summary>
    Evening,

    /// <summary>A visit is about to begin.</summary>
    Visit,

    /// <summary>A visit has ended, and its debrief is open.</summary>
    Debrief,

    /// <summary>The morning's card once more, because the person asked for it later.</summary>
    Snooze,

    /// <summary>A check-in with the other of a partnership is due, and no morning's card says so.</summary>
    CheckIn,
}
