using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.TimeZones;

namespace CtoBot.Core.Reminders;

/// <summary>When a person is told something, day by day, whatever was told already.</summary>
internal sealed class Calendar
{
    /// <summary>In a gap the next valid instant, in an overlap the first.</summary>
    private static readonly ZoneLocalMappingResolver Resolver =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>Between visits that are no further apart than this, a person is on a journey.</summary>
    private const int DaysAway = 3;

    private readonly PersonState _state;

    /// <summary>The operator's public holidays.</summary>
    private readonly ImmutableSortedSet<LocalDate> _holidays;

    private Calendar(PersonState state, ReminderSettings settings, ImmutableSortedSet<LocalDate> holidays)
    {
        _state = state;
        _holidays = holidays;
        Settings = settings;
    }

    /// <summary>The calendar, or null if the person is told nothing at all.</summary>
    /// <param name="state">The person.</param>
    /// <param name="holidays">The operator's public holidays, see <see cref="Content.ContentLibrary.Holidays"/>.</param>
    public static Calendar? Of(PersonState state, ImmutableSortedSet<LocalDate> holidays) =>
        state.RemovedAt is null && state.Reminders.Suspended is null && ReminderSettings.Of(state) is { } settings ? new Calendar(state, settings, holidays) : null;

    public ReminderSettings Settings { get; }

    /// <summary>
    /// The zone whose clock a person reads on a date: that of the setup or, on a journey and if they want it, that of the day's first visit,
    /// and between two visits that of the next.
    /// </summary>
    public DateTimeZone ZoneOn(LocalDate day)
    {
        if (!Settings.Follow || _state.Visits.Values.Where(visit => visit.Start.Date >= day).MinBy(visit => visit.Start) is not { } next)
            return Settings.Home;
        var isAway = next.Start.Date == day
            || (next.Start.Date <= day.PlusDays(DaysAway) && _state.Visits.Values.Any(visit => visit.Start.Date < day && visit.Start.Date >= day.PlusDays(-DaysAway)));
        return isAway ? ZoneOf(next, Settings.Home) : Settings.Home;
    }

    /// <summary>The zone whose clock a person reads now.</summary>
    public DateTimeZone ZoneAt(Instant now)
    {
        var today = now.InZone(Settings.Home).Date;
        // The day after stands first: who is ahead of home is where that day has begun.
        foreach (var day in (LocalDate[])[today.PlusDays(1), today, today.PlusDays(-1)])
        {
            if (ZoneOn(day) is var zone && zone != Settings.Home && now.InZone(zone).Date == day)
                return zone;
        }

        return Settings.Home;
    }

    /// <summary>When visits are told of, told or not, in no order.</summary>
    public IEnumerable<VisitTime> Visits(DueKind kind) =>
        from entry in _state.Visits
        where kind == DueKind.Visit ? Settings.Brief is not null : Settings.Debrief && !entry.Value.Debriefed
        where !IsPaused(entry.Value.Start.Date)
        select TimeOf(kind, entry.Key, entry.Value);

    /// <summary>When a reminder of which there is one a day comes on a date, or null if it does not.</summary>
    public Instant? Daily(DueKind kind, LocalDate day)
    {
        if (TimeOf(kind) is not { } time || !IsWorked(day) || IsPaused(day) || day == _state.Reminders.Skipped)
            return null;
        var mapping = ZoneOn(day).MapLocal(day + time);
        // A zone that crosses the date line leaves a date out: nobody has a morning on it.
        var missing = mapping.Count == 0
            && mapping.EarlyInterval.IsoLocalEnd <= day.AtMidnight()
            && mapping.LateInterval.IsoLocalStart >= day.PlusDays(1).AtMidnight();
        return missing ? null : Resolver(mapping).ToInstant();
    }

    /// <summary>Whether reminders of this kind may come at all; false during a pause without an end.</summary>
    public bool Tells(DueKind kind) => TimeOf(kind) is not null && _state.Reminders.Paused is null or { Until: not null };

    /// <summary>Whether nothing at all is told on a date.</summary>
    public bool IsPaused(LocalDate day) => _state.Reminders.Paused is { } pause && (pause.Until is not { } until || day < until);

    private VisitTime TimeOf(DueKind kind, string id, VisitEntry visit)
    {
        var start = Start(visit, Settings.Home);
        var end = start + Duration.FromMinutes(visit.Minutes);
        return kind == DueKind.Visit
            ? new VisitTime(id, visit, kind, start, start - (Settings.Brief ?? Duration.Zero), start)
            : new VisitTime(id, visit, kind, end, end, end + Settings.Cutoff);
    }

    /// <summary>When a visit begins.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="home">The zone to take if that of the visit was not said.</param>
    public static Instant Start(VisitEntry visit, DateTimeZone home) => visit.Start.InZone(ZoneOf(visit, home), Resolver).ToInstant();

    private static DateTimeZone ZoneOf(VisitEntry visit, DateTimeZone home) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(visit.Zone) ?? home;

    private LocalTime? TimeOf(DueKind kind) => kind == DueKind.Morning ? Settings.Morning : Settings.Evening;

    private bool IsWorked(LocalDate day) =>
        (Settings.Workdays.IsEmpty || Settings.Workdays.Contains(day.DayOfWeek)) && !_state.Reminders.Holidays.Contains(day) && !_holidays.Contains(day);
}
