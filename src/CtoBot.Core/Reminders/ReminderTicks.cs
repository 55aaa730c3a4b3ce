using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>What becomes of a reminder that may be due.</summary>
internal static class ReminderTicks
{
    /// <summary>
    /// Says it and marks it as said. If the state does not confirm it, nothing is said and nothing changes; if it is too late, it is marked only.
    /// </summary>
    public static Outcome Take(ContentLibrary library, PersonState state, Input.Tick tick, Instant now, Records records, Shared shared)
    {
        if (tick.Kind == DueKind.CheckIn)
            return CheckIns(Scene.For(library, state, now, records) with { Shared = shared, Today = tick.Day }, state, tick);
        if (Calendar.Of(state, library.Holidays) is not { } calendar)
            return new Outcome(state, []);
        var scene = Scene.For(library, state, now, records) with { Zone = calendar.ZoneOn(tick.Day), Today = tick.Day };
        return tick.Kind switch
        {
            DueKind.Visit or DueKind.Debrief => Visits(scene, calendar, state, tick),
            DueKind.Snooze => Snoozed(scene, calendar, state, tick),
            _ => Daily(scene, calendar, state, tick),
        };
    }

    private static Outcome Daily(Scene scene, Calendar calendar, PersonState state, Input.Tick tick)
    {
        if (Schedule.IsSettled(calendar, state.Reminders, tick.Kind, tick.Day, scene.Now) || calendar.Daily(tick.Kind, tick.Day) is not { } at || at > scene.Now)
            return new Outcome(state, []);
        var marked = state.MarkSent(tick.Kind, tick.Day);
        return at + calendar.Settings.Cutoff > scene.Now ? Said(scene, marked, tick.Kind == DueKind.Morning ? Views.Morning : Views.Evening) : new Outcome(marked, []);
    }

    private static Outcome Snoozed(Scene scene, Calendar calendar, PersonState state, Input.Tick tick)
    {
        if (Schedule.Snoozed(calendar, state.Reminders) is not { } due || due.Day != tick.Day || due.At > scene.Now)
            return new Outcome(state, []);
        var marked = state with { Reminders = state.Reminders with { SnoozedUntil = null } };
        return due.At + calendar.Settings.Cutoff > scene.Now ? Said(scene, marked, Views.Morning) : new Outcome(marked, []);
    }

    /// <summary>Those of the day that are due by now; for a visit that has begun there is nothing left to announce.</summary>
    private static Outcome Visits(Scene scene, Calendar calendar, PersonState state, Input.Tick tick)
    {
        ImmutableArray<VisitTime> due =
        [
            .. Schedule.Untold(calendar, state.Reminders, tick.Kind, scene.Now)
                .Where(visit => visit.At <= scene.Now && visit.Due.Day == tick.Day)
                .OrderBy(visit => visit.At),
        ];
        return due.IsEmpty
            ? new Outcome(state, [])
            : VisitReminder.Tell(scene, due.Aggregate(state, (current, visit) => visit.Mark(current)), due);
    }

    /// <summary>Whatever is due is marked; the first of it that is still there is said.</summary>
    private static Outcome CheckIns(Scene scene, PersonState state, Input.Tick tick)
    {
        var due = CheckInTimes.Told(state, tick.Day, scene.Now);
        if (due.IsEmpty)
            return new Outcome(state, []);
        var marked = state.MarkSent(tick.Kind, tick.Day);
        return new Outcome(marked, CheckInTimes.IsLate(state, tick.Day, scene.Now) ? [] : [.. due.Select(item => AgreementViews.Due(scene, item.Pair.PairId, item.Day)).OfType<Reply>().Take(1)]);
    }

    private static Outcome Said(Scene scene, PersonState state, string view) =>
        CardViews.Show(scene, view == Views.Morning ? Agenda.WithPromises(scene, state) : state, view, null)!;
}
