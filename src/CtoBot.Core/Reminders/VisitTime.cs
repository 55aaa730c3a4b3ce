using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>When a person is told of a visit.</summary>
/// <param name="Id">The visit's id.</param>
/// <param name="Visit">The visit.</param>
/// <param name="Kind"><see cref="DueKind.Visit"/> or <see cref="DueKind.Debrief"/>.</param>
/// <param name="Moment">What it is told about: the start or the end.</param>
/// <param name="At">When it is told.</param>
/// <param name="Until">When it is too late for it.</param>
internal sealed record VisitTime(string Id, VisitEntry Visit, DueKind Kind, Instant Moment, Instant At, Instant Until)
{
    /// <summary>What stands in the due index for it.</summary>
    public Due Due => new(At, Visit.Start.Date, Kind);

    /// <summary>Whether it was told.</summary>
    public bool IsTold(ReminderState reminders) => Told(reminders, Kind).TryGetValue(Id, out var told) && told == Moment;

    /// <summary>The state with it told; visits that are no more are forgotten.</summary>
    public PersonState Mark(PersonState state)
    {
        var told = Told(state.Reminders, Kind).SetItem(Id, Moment);
        told = told.RemoveRange(told.Keys.Where(id => !state.Visits.ContainsKey(id)));
        return state with
        {
            Reminders = Kind == DueKind.Visit ? state.Reminders with { Announced = told } : state.Reminders with { Ended = told },
        };
    }

    private static ImmutableDictionary<string, Instant> Told(ReminderState reminders, DueKind kind) =>
        kind == DueKind.Visit ? reminders.Announced : reminders.Ended;
}
