using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>What today holds: steps to tick, visits, what is overdue and what waits; on the last day of the week a look back.</summary>
internal static class MorningCard
{
    /// <summary>The card; a short one if today holds nothing.</summary>
    public static Reply Of(Scene scene, PersonState state, PersonalPlan plan, Notice? notice)
    {
        var promises = Agenda.DuePromises(scene, state);
        ImmutableArray<MenuGroup> agenda = [.. Agenda.Visits(scene, state), .. Agenda.CheckIns(scene, state), .. Agenda.Promises(scene, promises, state), .. Agenda.Waiting(scene, state), .. Agenda.LookBack(scene, state, plan)];
        var (overdue, today) = Checklists.TodaysItems(scene, plan);
        if (overdue.IsEmpty && today.IsEmpty && agenda.IsEmpty)
            return Quiet(scene, state, plan, notice);
        var list = Checklists.Today(scene, state, plan, notice, Views.Morning) as Reply.Checklist ?? new Reply.Checklist(
            "", notice?.Text, Checklists.Nothing(scene, plan), Checklists.ProgressOf(scene, plan), [], null, [new Button(scene.Texts["plan.button"], CardAction.Show(Views.Plan))]);
        return list with
        {
            Title = Title(scene, today.Count(item => !item.IsSettled), plan.Overdue(scene.Today, scene.Zone).Count(item => !item.IsSettled), Agenda.CountVisits(scene, state), promises.Length),
            Lead = Place(scene, plan) is { } place ? scene.Texts.Sentences(place, list.Lead) : list.Lead,
            Agenda = agenda,
            // Steps without a heading would seem to belong to the group above them.
            Sections = agenda.IsEmpty ? list.Sections : [.. list.Sections.Select(section => section.Heading.Length > 0 ? section : section with { Heading = scene.Texts["today.today"] })],
            Why = Why(scene, state),
            Buttons = [.. list.Buttons, RemindersCard.Button(scene)],
        };
    }

    private static Reply.Note Quiet(Scene scene, PersonState state, PersonalPlan plan, Notice? notice)
    {
        string?[] paragraphs = [notice?.Text, Checklists.Nothing(scene, plan), Agenda.NextDay(scene, plan), Why(scene, state)];
        return new Reply.Note(
            scene.Texts.Day(scene.Today),
            [.. paragraphs.OfType<string>()],
            [new Button(scene.Texts["plan.button"], CardAction.Show(Views.Plan)), RemindersCard.Button(scene)]);
    }

    /// <summary>The date and what there is to do, since a notification shows no more than this.</summary>
    private static string Title(Scene scene, int steps, int overdue, int visits, int promises)
    {
        var texts = scene.Texts;
        string[] counts = [.. Count("reminder.steps", steps), .. Count("reminder.visit", visits), .. Count("reminder.overdue", overdue), .. Count("reminder.promise", promises)];
        return counts.Length == 0 ? texts.Day(scene.Today) : $"{texts.Day(scene.Today)}: {texts.List(counts)}";

        IEnumerable<string> Count(string key, int count) => count switch
        {
            0 => [],
            1 => [texts[key + "One"]],
            _ => [texts.Say(key + "Many", ("count", texts.Number(count)))],
        };
    }

    /// <summary>Which day of the plan today is, or null if it is none.</summary>
    private static string? Place(Scene scene, PersonalPlan plan) =>
        plan.Items.FirstOrDefault(item => item.Planned == scene.Today) is { } item
            ? scene.Texts.Say(
                "reminder.place",
                ("day", scene.Texts.Number(item.Day + 1)),
                ("days", scene.Texts.Number(plan.Items.Max(other => other.Day) + 1)),
                ("phase", item.Phase.Title))
            : null;

    private static string? Why(Scene scene, PersonState state) => ReminderSettings.Of(state) is { Morning: { } morning }
        ? scene.Texts.Say("reminder.whyMorning", ("time", scene.Texts.Time(morning)), ("zone", scene.Zone.Id))
        : null;
}
