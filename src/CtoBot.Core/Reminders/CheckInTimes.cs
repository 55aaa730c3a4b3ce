using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>
/// When a person is told that a check-in with the other is due: on its day, or on the first working day after, at the time of their mornings. Whoever
/// has a card in the morning finds it there; everybody else gets a message.
/// </summary>
internal static class CheckInTimes
{
    /// <summary>So many days long a check-in that was not held is due.</summary>
    private const int DaysDue = 14;

    private static readonly LocalTime UsualTime = new(9, 0);

    /// <summary>How late on a day the message may come; later it comes the next day.</summary>
    private static readonly Duration Cutoff = Duration.FromHours(6);

    /// <summary>The check-ins that are due on a date, the latest of each partnership.</summary>
    public static IEnumerable<(PairCheckIns Pair, int Day, LocalDate On)> On(PersonState state, LocalDate today) =>
        from pair in state.Pairs?.CheckIns ?? []
        let due = pair.Open.LastOrDefault(date => date.On <= today && today < date.On.PlusDays(DaysDue))
        where due.Day > 0
        select (pair, due.Day, due.On);

    /// <summary>The message that comes next, or null for none.</summary>
    public static Due? Next(PersonState state, Calendar? calendar, Instant after) =>
        IsSilent(state) || calendar?.Settings.Morning is not null
            ? null
            : (from pair in state.Pairs?.CheckIns ?? []
               from date in pair.Open
               let due = Next(state, date.On, after)
               where due is not null
               orderby due.At
               select due).FirstOrDefault();

    /// <summary>The check-ins that a message of a date is about; none if it is not due or was sent.</summary>
    public static ImmutableArray<(PairCheckIns Pair, int Day)> Told(PersonState state, LocalDate day, Instant now) =>
    [
        .. from due in On(state, day)
           where !IsSilent(state) && !IsTold(state, due.On, now) && At(state, day) is { } at && at <= now
           select (due.Pair, due.Day),
    ];

    /// <summary>Whether it is too late for the message of a date.</summary>
    public static bool IsLate(PersonState state, LocalDate day, Instant now) => At(state, day) is not { } at || at + Cutoff <= now;

    private static bool IsSilent(PersonState state) => state.RemovedAt is not null || state.Reminders.Suspended is not null;

    private static Due? Next(PersonState state, LocalDate on, Instant after)
    {
        if (IsTold(state, on, after))
            return null;
        for (var day = on; day < on.PlusDays(DaysDue); day = day.PlusDays(1))
        {
            if (At(state, day) is { } at && at + Cutoff > after)
                return new Due(at, day, DueKind.CheckIn);
        }

        return null;
    }

    /// <summary>A mark that lies ahead was made by a clock that was wrong.</summary>
    private static bool IsTold(PersonState state, LocalDate on, Instant now) =>
        state.Reminders.Sent.TryGetValue(DueKind.CheckIn, out var sent) && on <= sent && sent <= now.InUtc().Date.PlusDays(2);

    /// <summary>When a message of a date comes, or null on a day off.</summary>
    private static Instant? At(PersonState state, LocalDate day)
    {
        var setup = SetupAnswers.Draft(state);
        var workdays = SetupAnswers.WorkdaysOf(setup);
        var isPaused = state.Reminders.Paused is { } pause && (pause.Until is not { } until || day < until);
        if (isPaused || day == state.Reminders.Skipped || state.Reminders.Holidays.Contains(day) || (!workdays.IsEmpty && !workdays.Contains(day.DayOfWeek)))
            return null;
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(SetupAnswers.Zone(state) ?? state.Client.Zone) ?? DateTimeZone.Utc;
        return zone.AtLeniently(day + (setup?.Value<AnswerValue.Time>(SetupAnswers.Reminder)?.OfDay ?? UsualTime)).ToInstant();
    }
}
