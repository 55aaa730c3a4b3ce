using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>What a reminder says. The scene's date is the one that the reminder is about.</summary>
internal static class ReminderCards
{
    /// <summary>The morning's card or the wrap-up.</summary>
    public static ImmutableArray<Reply> Daily(Scene scene, PersonState state, DueKind kind) =>
        PersonalPlan.Of(scene.Content.Plan, state) is { } plan ? [Checklists.Today(scene, state, plan, null)] : [];

    /// <summary>Visits that begin or have ended.</summary>
    public static ImmutableArray<Reply> Visits(Scene scene, PersonState state, ImmutableArray<VisitTime> due) =>
        [.. due.Select(visit => new Reply.Say(state.Customers.GetValueOrDefault(visit.Visit.Customer)?.Name ?? ""))];
}
