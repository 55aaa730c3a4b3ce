using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Plan;

/// <summary>Ticks the steps that a dialog belongs to when it ends (<see cref="StepContent.TickedBy"/>). One undo takes all of them back.</summary>
internal static class Ticks
{
    /// <summary>Ticks them.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="flow">The dialog that ended.</param>
    /// <param name="said">What is said about it; the ticked steps are added.</param>
    /// <param name="day">Only steps of this day, where a step comes again each day; null for any.</param>
    public static PersonState After(Scene scene, PersonState state, string flow, ref string said, LocalDate? day = null)
    {
        if (PersonalPlan.Of(scene.Content.Plan, state) is not { } plan)
            return state;
        PlanItem[] items = [.. plan.Items.Where(item => item.Step.TickedBy.Contains(flow) && !item.IsSettled && (day is null || item.Date == day || item.Phase.Days.Length == 1))];
        if (items.Length == 0)
            return state;
        var titles = scene.Texts.List(items.Select(item => item.Step.Title));
        said = scene.Texts.Sentences(said, scene.Texts.Say("checklist.tickedToo", ("steps", titles)));
        var revision = state.Revision + 1;
        var steps = state.Steps;
        foreach (var item in items)
        {
            var before = item.State ?? new StepState(0);
            steps = steps.SetItem(item.Key, before with { Revision = revision, DoneAt = scene.Now, OutOfOrder = plan.Before(item).IsEmpty ? null : "" });
        }

        return (state with { Revision = revision, Steps = steps }).Remember(new UndoEntry(
            "undo.tick",
            titles,
            items.ToImmutableDictionary(item => item.Key, item => item.State),
            []));
    }
}
