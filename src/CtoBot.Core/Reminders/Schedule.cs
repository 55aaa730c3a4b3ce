using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>When a person is to be told something unasked. Pure: it follows from the state and the public holidays alone.</summary>
public static class Schedule
{
    /// <summary>The dates of two zones differ by no more than this, and those of an instant and one within a cutoff of it.</summary>
    private const int DaysBack = 2;

    /// <summary>More days off in a row than this are as good as for ever.</summary>
    private const int DaysAhead = 800;

    /// <summary>So many of each kind stand in a list of what is coming.</summary>
    private const int Shown = 3;

    private static readonly DueKind[] DailyKinds = [DueKind.Morning, DueKind.Evening];
    private static readonly DueKind[] VisitKinds = [DueKind.Visit, DueKind.Debrief];

    /// <summary>
    /// What the person is to be told next, or null for nothing. <see cref="Due.At"/> lies before <paramref name="after"/> if it is
    /// overdue, was not sent, and is not too late yet: it is to be sent now. To be asked after every turn.
    /// </summary>
    /// <param name="state">The person.</param>
    /// <param name="after">The present.</param>
    /// <param name="holidays">The operator's public holidays, see <see cref="Content.ContentLibrary.Holidays"/>; null for none.</param>
    public static Due? Next(PersonState state, Instant after, ImmutableSortedSet<LocalDate>? holidays = null) =>
        Coming(state, after, holidays ?? ImmutableSortedSet<LocalDate>.Empty).MinBy(due => due.At);

    /// <summary>What the person is to be told as things stand, in order of time.</summary>
    internal static IEnumerable<Due> Upcoming(PersonState state, Instant after, ImmutableSortedSet<LocalDate> holidays) => Coming(state, after, holidays, Shown).OrderBy(due => due.At);

    /// <summary>The next ones of each kind.</summary>
    private static IEnumerable<Due> Coming(PersonState state, Instant after, ImmutableSortedSet<LocalDate> holidays, int most = 1)
    {
        var own = Calendar.Of(state, holidays);
        if (CheckInTimes.Next(state, own, after) is { } checkIn)
            yield return checkIn;
        if (own is not { } calendar)
            yield break;
        foreach (var kind in DailyKinds)
        {
            foreach (var due in Daily(calendar, state.Reminders, kind, after).Take(most))
                yield return due;
        }

        foreach (var kind in VisitKinds)
        {
            foreach (var visit in Untold(calendar, state.Reminders, kind, after).OrderBy(visit => visit.At).Take(most))
                yield return visit.Due;
        }

        if (Snoozed(calendar, state.Reminders) is { } snoozed && snoozed.At + calendar.Settings.Cutoff > after)
            yield return snoozed;
    }

    /// <summary>Those of a kind that are not dealt with and not too late, in order of their days.</summary>
    internal static IEnumerable<Due> Daily(Calendar calendar, ReminderState reminders, DueKind kind, Instant after)
    {
        if (!calendar.Tells(kind))
            yield break;
        var first = after.InUtc().Date.PlusDays(-DaysBack);
        var day = reminders.Paused?.Until is { } until && until > first ? until : first;
        for (var last = day.PlusDays(DaysAhead); day < last; day = day.PlusDays(1))
        {
            if (!IsSettled(calendar, reminders, kind, day, after) && calendar.Daily(kind, day) is { } at && at + calendar.Settings.Cutoff > after && !IsPassed(reminders, kind, at, after))
                yield return new Due(at, day, kind);
        }
    }

    /// <summary>The visits that are not told of and for which it is not too late.</summary>
    internal static IEnumerable<VisitTime> Untold(Calendar calendar, ReminderState reminders, DueKind kind, Instant after) =>
        calendar.Visits(kind).Where(visit => visit.Until > after && !visit.IsTold(reminders));

    /// <summary>
    /// Whether a day is dealt with. A mark that lies ahead by more than the zones can explain was made by a clock that was wrong,
    /// and must not silence the days until then.
    /// </summary>
    internal static bool IsSettled(Calendar calendar, ReminderState reminders, DueKind kind, LocalDate day, Instant now) =>
        reminders.Sent.TryGetValue(kind, out var sent) && day <= sent && sent <= now.InZone(calendar.Settings.Home).Date.PlusDays(DaysBack);

    /// <summary>Whether a time was past when it was set. What was set by a clock that was wrong, and far ahead, does not count.</summary>
    private static bool IsPassed(ReminderState reminders, DueKind kind, Instant at, Instant now) =>
        reminders.Passed is { } all && all.TryGetValue(kind, out var passed) && at <= passed && passed <= now + Duration.FromDays(DaysBack);

    /// <summary>The morning's card once more, or null.</summary>
    internal static Due? Snoozed(Calendar calendar, ReminderState reminders)
    {
        if (reminders.SnoozedUntil is not { } until)
            return null;
        var day = until.InZone(calendar.Settings.Home).Date;
        return calendar.IsPaused(day) ? null : new Due(until, day, DueKind.Snooze);
    }

    /// <summary>
    /// The state after a change of what says when reminders come. What had been coming still comes, at its new time, and if that is
    /// past, at once. But a time of today that is past already and that nobody was waiting for is not made up for.
    /// </summary>
    internal static PersonState Settle(PersonState before, PersonState after, Instant now, ImmutableSortedSet<LocalDate> holidays)
    {
        var isSame = ReferenceEquals(before.Drafts, after.Drafts) && ReferenceEquals(before.Visits, after.Visits)
            && ReferenceEquals(before.Reminders, after.Reminders) && before.RemovedAt == after.RemovedAt;
        if (isSame || Calendar.Of(after, holidays) is not { } calendar)
            return after;

        var awaited = Calendar.Of(before, holidays);
        foreach (var kind in DailyKinds)
        {
            var past = Daily(calendar, after.Reminders, kind, now).TakeWhile(due => due.At <= now)
                .LastOrDefault(due => awaited?.Daily(kind, due.Day) is null);
            if (past is not null)
                after = after with { Reminders = after.Reminders with { Passed = (after.Reminders.Passed ?? ImmutableDictionary<DueKind, Instant>.Empty).SetItem(kind, now) } };
        }

        foreach (var kind in VisitKinds)
        {
            var awaitedVisits = (awaited?.Visits(kind) ?? []).Where(visit => !visit.IsTold(before.Reminders)).Select(visit => visit.Id).ToHashSet(StringComparer.Ordinal);
            after = Untold(calendar, after.Reminders, kind, now)
                .Where(visit => visit.At <= now && !awaitedVisits.Contains(visit.Id))
                .Aggregate(after, (state, visit) => visit.Mark(state));
        }

        return after;
    }

    /// <summary>Marks a day as dealt with.</summary>
    internal static PersonState MarkSent(this PersonState state, DueKind kind, LocalDate day) =>
        state with { Reminders = state.Reminders with { Sent = state.Reminders.Sent.SetItem(kind, day) } };
}
