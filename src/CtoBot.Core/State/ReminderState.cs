using System.Collections.Immutable;
using System.Text.Json.Serialization;
using CtoBot.Core.Reminders;
using NodaTime;

namespace CtoBot.Core.State;

/// <summary>
/// What is kept of a person's reminders beside the answers that say when they come (<see cref="Reminders.ReminderSettings"/>):
/// what holds them up, and what was sent.
/// </summary>
public sealed record ReminderState
{
    /// <summary>Nothing was ever sent, and nothing holds reminders up.</summary>
    public static ReminderState None { get; } = new();

    /// <summary>The pause that the person asked for, or null.</summary>
    public Pause? Paused { get; init; }

    /// <summary>The one day that the person asked to leave out, or null.</summary>
    public LocalDate? Skipped { get; init; }

    /// <summary>When the morning's card is to come once more, or null.</summary>
    public Instant? SnoozedUntil { get; init; }

    /// <summary>Days off beside the weekly ones.</summary>
    public ImmutableSortedSet<LocalDate> Holidays { get; init; } = ImmutableSortedSet<LocalDate>.Empty;

    /// <summary>Why nothing can be delivered to the person, until they write again; or null.</summary>
    public Suspension? Suspended { get; init; }

    /// <summary>
    /// The last day that is dealt with, by kind: it was sent, or it is not to be sent any more. For <see cref="DueKind.Morning"/> and
    /// <see cref="DueKind.Evening"/>, of which there is one a day.
    /// </summary>
    public ImmutableDictionary<DueKind, LocalDate> Sent { get; init; } = ImmutableDictionary<DueKind, LocalDate>.Empty;

    /// <summary>
    /// By kind, as <see cref="Sent"/>: when a time that lay in the past was set. Times until then are not made up for, but the same day may
    /// still be given a later one. Null for none.
    /// </summary>
    public ImmutableDictionary<DueKind, Instant>? Passed { get; init; }

    /// <summary>The visits that were announced, by id, with their start at the time: one that is moved is announced again.</summary>
    public ImmutableDictionary<string, Instant> Announced { get; init; } = ImmutableDictionary<string, Instant>.Empty;

    /// <summary>The visits whose end was told, by id, with the end at the time.</summary>
    public ImmutableDictionary<string, Instant> Ended { get; init; } = ImmutableDictionary<string, Instant>.Empty;

    /// <summary>Whether this is as good as <see cref="None"/>.</summary>
    [JsonIgnore]
    public bool IsNone =>
        Paused is null && Skipped is null && SnoozedUntil is null && Suspended is null
        && Passed is null && Holidays.IsEmpty && Sent.IsEmpty && Announced.IsEmpty && Ended.IsEmpty;
}

/// <summary>A time without reminders.</summary>
/// <param name="Until">The first day on which they come again, or null for "until I say so".</param>
public sealed record Pause(LocalDate? Until);

/// <summary>A person who cannot be reached.</summary>
/// <param name="Reason">As the channel gave it, e.g. "ConversationBlockedByUser".</param>
/// <param name="At">Since when.</param>
public sealed record Suspension(string Reason, Instant At);
