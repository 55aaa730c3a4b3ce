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

    private readonly ReminderState _reminders;

    private Calendar(PersonState state, ReminderSettings settings)
    {
        _reminders = state.Reminders;
        Settings = settings;
    }

    /// <summary>The calendar, or null if the person is told nothing at all.</summary>
    public static Calendar? Of(PersonState state) =>
        state.RemovedAt is null && state.Reminders.Suspended is null && ReminderSettings.Of(state) is { } settings ? new Calendar(state, settings) : null;

    public ReminderSettings Settings { get; }

    /// <summary>The zone whose clock a person reads on a date.</summary>
    public DateTimeZone ZoneOn(LocalDate day) => Settings.Home;

    /// <summary>When a reminder of which there is one a day comes on a date, or null if it does not.</summary>
    public Instant? Daily(DueKind kind, LocalDate day)
    {
        if (TimeOf(kind) is not { } time || !IsWorked(day) || IsPaused(day) || day == _reminders.Skipped)
            return null;
        var mapping = ZoneOn(day).MapLocal(day + time);
        // A zone that crosses the date line leaves a date out: nobody has a morning on it.
        var missing = mapping.Count == 0
            && mapping.EarlyInterval.IsoLocalEnd <= day.AtMidnight()
            && mapping.LateInterval.IsoLocalStart >= day.PlusDays(1).AtMidnight();
        return missing ? null : Resolver(mapping).ToInstant();
    }

    /// <summary>Whether reminders of this kind may come at all; false during a pause without an end.</summary>
    public bool Tells(DueKind kind) => TimeOf(kind) is not null && _reminders.Paused is null or { Until: not null };

    /// <summary>Whether nothing at all is told on a date.</summary>
    public bool IsPaused(LocalDate day) => _reminders.Paused is { } pause && (pause.Until is not { } until || day < until);

    private LocalTime? TimeOf(DueKind kind) => kind == DueKind.Morning ? Settings.Morning : Settings.Evening;

    private bool IsWorked(LocalDate day) =>
        (Settings.Workdays.IsEmpty || Settings.Workdays.Contains(day.DayOfWeek)) && !_reminders.Holidays.Contains(day);
}
