using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>What becomes of a reminder that may be due.</summary>
internal static class Ticks
{
    /// <summary>Says it and marks it as said. If the state does not confirm it, nothing is said and nothing changes; if it is too late, it is marked only.</summary>
    public static Outcome Take(ContentLibrary library, PersonState state, Input.Tick tick, Instant now)
    {
        if (Calendar.Of(state) is not { } calendar || Confirmed(calendar, state, tick, now) is not { } at)
            return new Outcome(state, []);
        var marked = Mark(state, tick);
        if (at + calendar.Settings.Cutoff <= now)
            return new Outcome(marked, []);
        var scene = Scene.For(library, state, now) with { Zone = calendar.ZoneOn(tick.Day), Today = tick.Day };
        return new Outcome(marked with { Away = true }, ReminderCards.For(scene, marked, tick.Kind));
    }

    /// <summary>When it was due, or null if it is not.</summary>
    private static Instant? Confirmed(Calendar calendar, PersonState state, Input.Tick tick, Instant now)
    {
        var at = tick.Kind switch
        {
            DueKind.Morning or DueKind.Evening when !Schedule.IsSettled(calendar, state.Reminders, tick.Kind, tick.Day, now) => calendar.Daily(tick.Kind, tick.Day),
            DueKind.Snooze when Schedule.Snoozed(calendar, state.Reminders) is { } due && due.Day == tick.Day => due.At,
            _ => null,
        };
        return at <= now ? at : null;
    }

    private static PersonState Mark(PersonState state, Input.Tick tick) => tick.Kind switch
    {
        DueKind.Snooze => state with { Reminders = state.Reminders with { SnoozedUntil = null } },
        _ => state.MarkSent(tick.Kind, tick.Day),
    };
}
