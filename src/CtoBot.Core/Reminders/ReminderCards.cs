using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>What a reminder says.</summary>
internal static class ReminderCards
{
    /// <summary>The card; the scene's date is the one that the reminder is about.</summary>
    public static ImmutableArray<Reply> For(Scene scene, PersonState state, DueKind kind) =>
        PersonalPlan.Of(scene.Content.Plan, state) is { } plan ? [Checklists.Today(scene, plan, null)] : [];
}
