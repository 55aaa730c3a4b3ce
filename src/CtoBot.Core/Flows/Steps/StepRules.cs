using System.Collections.Frozen;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Plan;
using CtoBot.Core.Reading;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Flows.Steps;

/// <summary>The short dialogs about a step: a note, another day, leaving it out, doing it out of order. Their subject is the step's key.</summary>
internal static class StepRules
{
    private const int DaysAhead = 400;

    public static FlowRules Note { get; } = About() with
    {
        Defaults = Default("$note", context => Item(context)?.State?.Note ?? ""),
        End = (context, _) => Apply(context, "undo.note", "checklist.noted", step => step with { Note = context.Draft.Value<AnswerValue.Text>("note")?.Words }),
    };

    public static FlowRules Move { get; } = About() with
    {
        Defaults = Default("$date", context => LocalDatePattern.Iso.Format(
            Workdays.After(context.Scene.Today, 1, SetupAnswers.WorkdaysOf(SetupAnswers.Draft(context.State))))),
        Refuse = (context, _, value) => value is AnswerValue.Date(var day)
            ? new DateLimits(context.Scene.Today, context.Scene.Today.PlusDays(DaysAhead)).Check(day, context.Scene.Content.Words)
            : null,
        End = (context, _) => MoveTo(context, context.Draft.Value<AnswerValue.Date>("date")!.Day),
    };

    public static FlowRules Skip { get; } = About() with
    {
        End = (context, _) => Apply(context, "undo.skip", "checklist.skipped", step => step with
        {
            SkippedAt = step.SkippedAt ?? context.Scene.Now,
            DoneAt = null,
            Reason = Reason(context),
        }),
    };

    public static FlowRules OutOfOrder { get; } = About() with
    {
        Placeholders = context => [Subject(context), ("missing", Missing(context))],
        End = (context, _) => Apply(context, "undo.tick", "checklist.ticked", step => step with
        {
            DoneAt = step.DoneAt ?? context.Scene.Now,
            SkippedAt = null,
            Reason = null,
            OutOfOrder = Reason(context) ?? "",
        }),
    };

    private static FlowRules About() => new()
    {
        HasSubject = (scene, state, key) => PersonalPlan.Of(scene.Content.Plan, state)?.Find(key) is not null,
        Placeholders = context => [Subject(context)],
        End = (context, _) => new Outcome(context.State, []),
    };

    private static FrozenDictionary<string, Func<DialogContext, string>> Default(string name, Func<DialogContext, string> value) =>
        new Dictionary<string, Func<DialogContext, string>>(StringComparer.Ordinal) { [name] = value }.ToFrozenDictionary(StringComparer.Ordinal);

    private static PlanItem? Item(DialogContext context) =>
        PersonalPlan.Of(context.Scene.Content.Plan, context.State)?.Find(context.Draft.Subject);

    private static (string, string) Subject(DialogContext context) => ("subject", Item(context)?.Step.Title ?? context.Draft.Subject);

    private static string Missing(DialogContext context) =>
        PersonalPlan.Of(context.Scene.Content.Plan, context.State) is { } plan && plan.Find(context.Draft.Subject) is { } item
            ? context.Scene.Texts.List(plan.Before(item).Select(other => other.Step.Title))
            : "";

    private static string? Reason(DialogContext context) => context.Draft.Value<AnswerValue.Text>("reason")?.Words;

    private static Outcome MoveTo(DialogContext context, LocalDate day)
    {
        var planned = Item(context)?.Planned;
        return Apply(context, "undo.move", "checklist.moved", step => step with { MovedTo = day == planned ? null : day }, ("date", context.Scene.Texts.Day(day)));
    }

    /// <summary>Changes the step, and goes back to the view that the dialog was opened from.</summary>
    private static Outcome Apply(
        DialogContext context,
        string undo,
        string notice,
        Func<StepState, StepState> change,
        params ReadOnlySpan<(string, string)> values)
    {
        var subject = Subject(context);
        var state = context.State.ChangeStep(context.Draft.Subject, undo, subject.Item2, change);
        var view = context.Draft.View.Length > 0 ? context.Draft.View : Views.Today;
        var said = context.Scene.Texts.Say(notice, [("step", subject.Item2), .. values]);
        return CardViews.Show(context.Scene, state, view, Notice.Change(said, context.State, state)) ?? new Outcome(state, [new Reply.Say(said)]);
    }
}
