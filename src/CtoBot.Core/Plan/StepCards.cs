using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;

namespace CtoBot.Core.Plan;

/// <summary>One step in full.</summary>
internal static class StepCards
{
    /// <summary>The step, or null if there is none.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="state">The state.</param>
    /// <param name="argument">The step's key, "/" and the view it was opened from.</param>
    /// <param name="notice">What just happened, or null.</param>
    public static Reply? Detail(Scene scene, PersonalPlan plan, PersonState state, string argument, Notice? notice)
    {
        var (key, from) = Views.SplitStep(argument);
        return plan.Find(key) is { } item
            ? new Reply.StepDetail(
                item.Step.Title,
                notice?.Text,
                When(scene, item, state),
                StateOf(scene, item),
                item.Step.Do,
                item.Step.Why,
                item.Step.Ask,
                item.Step.Bring,
                item.State?.Note,
                [.. Buttons(scene, item, notice, Views.Step(key, from), from)])
            : null;
    }

    private static string When(Scene scene, PlanItem item, PersonState state)
    {
        var texts = scene.Texts;
        var when = item.Step.Part == DayPart.Any ? texts.Day(item.Date) : $"{texts.Day(item.Date)} · {texts["part." + item.Step.Part.ToString().ToLowerInvariant()]}";
        var with = item.Step.With is { } question ? texts.List(SetupAnswers.Names(state, question)) : "";
        return with.Length > 0 ? $"{when} · {texts.Say("step.with", ("people", with))}" : when;
    }

    private static string? StateOf(Scene scene, PlanItem item)
    {
        var texts = scene.Texts;
        string Because(string said, string? reason) => string.IsNullOrEmpty(reason) ? said : texts.Sentences(said, texts.Say("step.because", ("reason", reason)));
        return item.State switch
        {
            { DoneAt: { } done, OutOfOrder: { } why } => Because(texts.Say("step.doneOutOfOrder", ("date", texts.Day(done.InZone(scene.Zone).Date))), why),
            { DoneAt: { } done } => texts.Say("step.done", ("date", texts.Day(done.InZone(scene.Zone).Date))),
            { SkippedAt: { } skipped } => Because(texts.Say("step.skipped", ("date", texts.Day(skipped.InZone(scene.Zone).Date))), item.State.Reason),
            { MovedTo: not null } => texts.Say("step.moved", ("date", texts.Day(item.Planned))),
            _ => null,
        };
    }

    private static IEnumerable<Button> Buttons(Scene scene, PlanItem item, Notice? notice, string view, string from)
    {
        var texts = scene.Texts;
        Button Opens(string label, string flow) =>
            new(texts[label], CardAction.Of(Verbs.Open, (DataKeys.Flow, flow), (DataKeys.Subject, item.Key), (DataKeys.View, view)));
        yield return item.IsSettled
            ? new Button(texts["step.reopen"], CardAction.Of(Verbs.Untick, (DataKeys.Step, item.Key), (DataKeys.View, view)))
            : new Button(texts["step.tick"], CardAction.Of(Verbs.Tick, (DataKeys.Step, item.Key), (DataKeys.View, view)));
        yield return Opens("step.note", FlowIds.Note);
        if (!item.IsSettled)
        {
            yield return Opens("step.move", FlowIds.Move);
            yield return Opens("step.skip", FlowIds.SkipStep);
        }

        foreach (var offer in item.Step.Dialog)
            yield return new Button(offer.Label, offer.Flow is { } flow ? CardAction.Of(Verbs.Open, (DataKeys.Flow, flow), (DataKeys.View, view)) : CardAction.Show(offer.View!));
        foreach (var id in item.Step.Messages)
            yield return new Button(scene.Content.Plan.Messages[id].Title, CardAction.Show(Views.Message(id)));
        if (notice is { Undoes: not null })
            yield return new Button(texts["undo.button"], notice.UndoAction(view));
        yield return new Button(texts["step.back"], CardAction.Show(from));
    }
}
