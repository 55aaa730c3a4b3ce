using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Plan;

/// <summary>The plan as cards: today, a day, this week, all of it.</summary>
internal static class Checklists
{
    /// <summary>More would bury today; the rest is in the week and the plan.</summary>
    private const int MostOverdue = 5;

    /// <summary>What is overdue, what today holds, or else what comes next.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="state">The state.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="notice">What just happened, or null.</param>
    /// <param name="view">The view to come back to.</param>
    public static Reply Today(Scene scene, PersonState state, PersonalPlan plan, Notice? notice, string view = Views.Today)
    {
        var texts = scene.Texts;
        if (plan.Settled == plan.Items.Length)
            return new Reply.Note(texts["today.allDone"], [.. Said(notice), texts["today.allDoneText"]], [.. Buttons(scene, notice, view, Views.Plan)]);
        var lines = new LineMaker(scene, view);
        var (overdue, today) = TodaysItems(scene, plan);
        var sections = ImmutableArray.CreateBuilder<StepSection>();
        if (overdue.Length > 0)
            sections.Add(new StepSection(OverdueHeading(scene, plan, overdue.Length), lines.Make(overdue, dated: true)));
        if (today.Length > 0)
            sections.Add(new StepSection(overdue.Length > 0 ? texts["today.today"] : "", lines.Make(today)));
        var next = today.Length == 0 ? plan.NextOpen(scene.Today) : null;
        if (next is { } date)
            sections.Add(new StepSection(texts.Say("today.next", ("date", texts.Day(date))), lines.Make(plan.On(date))));
        var focus = today.Length > 0 ? today[0] : next is { } upcoming ? plan.On(upcoming)[0] : overdue[0];
        // The morning's card has them in its agenda.
        KeyValuePair<string, VisitEntry>[] waiting = view == Views.Today ? [.. VisitTimes.Waiting(scene, state)] : [];
        if (waiting.Length > 0)
            notice ??= DebriefCards.Waits(scene, state, waiting);
        return new Reply.Checklist(
            texts.Day(scene.Today),
            notice?.Text,
            today.Length > 0 && scene.Today >= plan.Start ? focus.Phase.Lead : Nothing(scene, plan),
            ProgressOf(scene, plan),
            sections.ToImmutable(),
            Tip(focus),
            [
                .. waiting.Take(1).Select(visit => new Button(texts.Say("debrief.start", ("customer", VisitCards.NameOf(state, visit.Value))), DebriefRules.Opens(visit.Key))),
                .. state.Visits.IsEmpty || view != Views.Today ? [] : new[] { new Button(texts["visits.button"], CardAction.Show(Views.Visits)) },
                .. Buttons(scene, notice, view, Views.Week, Views.Plan),
            ]);
    }

    /// <summary>The steps that the numbers in typed commands name: those of <see cref="Today"/>, in its order.</summary>
    public static ImmutableArray<PlanItem> Numbered(Scene scene, PersonalPlan plan)
    {
        var (overdue, today) = TodaysItems(scene, plan);
        return today.IsEmpty && plan.NextOpen(scene.Today) is { } next ? [.. overdue, .. plan.On(next)] : [.. overdue, .. today];
    }

    /// <summary>What <see cref="Today"/> shows of earlier days and of today.</summary>
    public static (ImmutableArray<PlanItem> Overdue, ImmutableArray<PlanItem> Today) TodaysItems(Scene scene, PersonalPlan plan) =>
        ([.. plan.Overdue(scene.Today, scene.Zone).Take(MostOverdue)], plan.On(scene.Today));

    private static string OverdueHeading(Scene scene, PersonalPlan plan, int shown)
    {
        var all = plan.Overdue(scene.Today, scene.Zone).Length;
        return all == shown
            ? scene.Texts["today.overdue"]
            : scene.Texts.Say("today.overdueSome", ("shown", scene.Texts.Number(shown)), ("all", scene.Texts.Number(all)));
    }

    /// <summary>One day of the plan, or null if there is no such day.</summary>
    public static Reply? Day(Scene scene, PersonalPlan plan, string day, Notice? notice)
    {
        if (!int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        ImmutableArray<PlanItem> items = [.. plan.Items.Where(item => item.Day == number)];
        if (items.IsEmpty)
            return null;
        var texts = scene.Texts;
        var lines = new LineMaker(scene, Views.Day(number), plan);
        return new Reply.Checklist(
            texts.Say("plan.day", ("day", texts.Number(number + 1)), ("date", texts.Day(items[0].Planned))),
            notice?.Text,
            items[0].Phase.Lead,
            ProgressOf(scene, plan),
            [new StepSection("", lines.Make(items))],
            Tip(items[0]),
            [.. Buttons(scene, notice, Views.Today, Views.Today, Views.Plan)]);
    }

    /// <summary>The steps of this week from Monday to Sunday; of the first week as long as the plan has not begun, of the last one after it.</summary>
    public static Reply Week(Scene scene, PersonalPlan plan, Notice? notice)
    {
        var texts = scene.Texts;
        var lastDay = plan.Items.Max(item => item.Date);
        var today = scene.Today < plan.Start ? plan.Start : scene.Today > lastDay ? lastDay : scene.Today;
        var monday = today.PlusDays(1 - (int)today.DayOfWeek);
        var lines = new LineMaker(scene, Views.Week, plan);
        var sections =
            from item in plan.Items
            where item.Date >= monday && item.Date < monday.PlusDays(7)
            group item by item.Date into day
            orderby day.Key
            select new StepSection(texts.Day(day.Key), lines.Make([.. day.OrderBy(item => item.Step.Part)]));
        return new Reply.Checklist(
            texts.Say("week.title", ("date", texts.Day(monday))),
            notice?.Text,
            null,
            ProgressOf(scene, plan),
            [.. sections],
            null,
            [.. Buttons(scene, notice, Views.Today, Views.Today, Views.Plan)]);
    }

    /// <summary>The whole plan by phases and days.</summary>
    public static Reply Overview(Scene scene, PersonalPlan plan, Notice? notice)
    {
        var texts = scene.Texts;
        var groups =
            from phase in plan.Content.Phases
            select new MenuGroup(phase.Title, phase.Lead, [.. phase.Days.Select(day => DayEntry(scene, plan, day))]);
        return new Reply.Menu(
            plan.Content.Title,
            notice?.Text,
            texts.Say("plan.span", ("from", texts.Day(plan.Start)), ("until", texts.Day(plan.End))),
            ProgressOf(scene, plan),
            [.. groups],
            [new Button(texts["today.button"], CardAction.Show(Views.Today)), new Button(texts["week.button"], CardAction.Show(Views.Week))]);
    }

    private static MenuEntry DayEntry(Scene scene, PersonalPlan plan, int day)
    {
        var texts = scene.Texts;
        PlanItem[] items = [.. plan.Items.Where(item => item.Day == day)];
        return new MenuEntry(
            texts.Say("plan.entry", ("day", texts.Number(day + 1)), ("date", texts.ShortDay(items[0].Planned))),
            texts.Say("plan.count", ("done", texts.Number(items.Count(item => item.IsSettled))), ("total", texts.Number(items.Length))),
            CardAction.Show(Views.Day(day)));
    }

    /// <summary>Why nothing stands on today.</summary>
    public static string Nothing(Scene scene, PersonalPlan plan)
    {
        var texts = scene.Texts;
        if (scene.Today >= plan.Start)
            return texts[plan.Settled == plan.Items.Length ? "today.allDone" : "today.nothing"];
        var days = Period.DaysBetween(scene.Today, plan.Start);
        return days == 1 ? texts["today.beforeTomorrow"] : texts.Say("today.before", ("days", texts.Number(days)));
    }

    private static string? Tip(PlanItem item)
    {
        var tips = item.Phase.Tips;
        return tips.IsEmpty ? null : tips[item.Phase.Days.IndexOf(item.Day) % tips.Length];
    }

    /// <summary>How far the plan is.</summary>
    internal static Progress ProgressOf(Scene scene, PersonalPlan plan) => new(
        plan.Settled,
        plan.Items.Length,
        scene.Texts.Say("plan.progress", ("done", scene.Texts.Number(plan.Settled)), ("total", scene.Texts.Number(plan.Items.Length))));

    private static IEnumerable<string> Said(Notice? notice) => notice is null ? [] : [notice.Text];

    private static IEnumerable<Button> Buttons(Scene scene, Notice? notice, string from, params IEnumerable<string> views)
    {
        foreach (var view in views)
            yield return new Button(scene.Texts[view + ".button"], CardAction.Show(view));
        if (notice is { Undoes: not null })
            yield return new Button(scene.Texts["undo.button"], notice.UndoAction(from));
    }
}
