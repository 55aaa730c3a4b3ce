using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Partners;
using CtoBot.Core.Plan;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>What a day holds beside the steps of the plan, as groups of a card.</summary>
internal static class Agenda
{
    /// <summary>Names of steps in a sentence; more would not be read.</summary>
    private const int MostNames = 4;

    /// <summary>Promises on the card; the others are behind a button.</summary>
    private const int MostPromises = 5;

    /// <summary>A promise is told of so many days before it is due: time to keep it, over a weekend as well.</summary>
    private const int PromiseDays = 3;

    /// <summary>The visits that begin on the scene's date, by the clock of their place.</summary>
    public static IEnumerable<MenuGroup> Visits(Scene scene, PersonState state)
    {
        MenuEntry[] visits =
        [
            .. from visit in state.Visits
               where visit.Value.Start.Date == scene.Today
               orderby visit.Value.Start
               select new MenuEntry(VisitCards.NameOf(state, visit.Value), VisitReminder.Detail(scene, state, visit.Value), CardAction.Show(Views.Visit(visit.Key))),
        ];
        return visits.Length > 0 ? [new MenuGroup(scene.Texts["reminder.visits"], null, [.. visits])] : [];
    }

    /// <summary>Check-ins with the other of a partnership that are due.</summary>
    public static IEnumerable<MenuGroup> CheckIns(Scene scene, PersonState state)
    {
        MenuEntry[] due =
        [
            .. from item in CheckInTimes.On(state, scene.Today)
               select new MenuEntry(
                   scene.Texts.Say("pair.holdCheckIn", ("day", scene.Texts.Number(item.Day))),
                   scene.Texts.Say("pair.with", ("them", PairReplies.Role(scene.Texts, item.Pair.With))),
                   CardAction.Show(Views.PairCheckIn(item.Pair.PairId))),
        ];
        return due.Length > 0 ? [new MenuGroup(scene.Texts["pair.checkInTitle"], null, [.. due])] : [];
    }

    /// <summary>What was promised and is overdue or due within the next days, as the state keeps it.</summary>
    public static IEnumerable<MenuGroup> Promises(Scene scene, ImmutableArray<OpenPromise> due, PersonState state)
    {
        if (due.IsEmpty)
            return [];
        var texts = scene.Texts;
        var left = due.Length - MostPromises;
        MenuEntry[] more = left > 0 ? [new MenuEntry(texts["promises.button"], texts.Say("reminder.promisesMore", ("count", texts.Number(left))), CardAction.Show(Views.Promises))] : [];
        return [new MenuGroup(texts["reminder.promises"], null, [.. due.Take(MostPromises).Select(promise => Promised(scene, state, promise)), .. more])];
    }

    /// <summary>The promises to be told of on the scene's date.</summary>
    public static ImmutableArray<OpenPromise> DuePromises(Scene scene, PersonState state) =>
        PromiseIndex.Due(scene, state, LastDay(scene));

    /// <summary>The state, able to tell of these without a look at what is filed.</summary>
    public static PersonState WithPromises(Scene scene, PersonState state) => PromiseIndex.Refreshed(scene, state, LastDay(scene));

    /// <summary>What is due later is not told of yet.</summary>
    private static LocalDate LastDay(Scene scene) => scene.Today.PlusDays(PromiseDays);

    private static MenuEntry Promised(Scene scene, PersonState state, OpenPromise promise) => new(
        promise.What,
        Wording.Line(PromiseView.ByWhen(scene, promise.Due), promise.Who, promise.Customer is { } customer ? state.Customers.GetValueOrDefault(customer)?.Name : null),
        CardAction.Show(Views.Promise(promise.Key)));

    /// <summary>Debriefs of visits that have ended, and dialogs that wait for an answer.</summary>
    public static IEnumerable<MenuGroup> Waiting(Scene scene, PersonState state)
    {
        var open = Dialogs.Waiting(scene, state);
        MenuEntry[] waiting = [.. Debriefs(scene, state, open), .. open.Select(context => Waits(scene, context))];
        return waiting.Length > 0 ? [new MenuGroup(scene.Texts["reminder.waiting"], null, [.. waiting])] : [];
    }

    /// <summary>How many visits begin on the scene's date.</summary>
    public static int CountVisits(Scene scene, PersonState state) => state.Visits.Values.Count(visit => visit.Start.Date == scene.Today);

    private static IEnumerable<MenuEntry> Debriefs(Scene scene, PersonState state, ImmutableArray<DialogContext> open) =>
        from visit in VisitTimes.Waiting(scene, state)
        where open.All(context => context.Flow.Id != BookFlows.Debrief || context.Draft.Subject != visit.Key)
        select new MenuEntry(
            scene.Texts.Say("reminder.debrief", ("customer", VisitCards.NameOf(state, visit.Value))),
            scene.Texts.ShortDay(visit.Value.Start.Date),
            DebriefRules.Opens(visit.Key));

    private static MenuEntry Waits(Scene scene, DialogContext context) => new(
        context.Fill(context.Flow.Title),
        scene.Texts.Say("dialogs.answered", ("count", scene.Texts.Number(context.Draft.Answers.Count))),
        Dialogs.OpenAction(context.Draft));

    /// <summary>On the last working day before a break: what became of the week, and what the next one begins with.</summary>
    public static IEnumerable<MenuGroup> LookBack(Scene scene, PersonState state, PersonalPlan plan)
    {
        if (!Workdays.IsLastOfWeek(scene.Today, SetupAnswers.WorkdaysOf(SetupAnswers.Draft(state))))
            return [];
        var texts = scene.Texts;
        var monday = scene.Today.PlusDays(1 - (int)scene.Today.DayOfWeek);
        var next = monday.PlusDays(7);
        bool ThisWeek(LocalDate date) => date >= monday && date < next;
        string[] parts =
        [
            .. Part("reminder.weekDone", item => item.State?.DoneAt is { } done && ThisWeek(done.InZone(scene.Zone).Date)),
            .. Part("reminder.weekMoved", item => ThisWeek(item.Planned) && item.State is { MovedTo: { } moved, IsSettled: false } && moved >= next),
            .. Part("reminder.weekSkipped", item => item.State?.SkippedAt is { } skipped && ThisWeek(skipped.InZone(scene.Zone).Date)),
            .. Part("reminder.weekNext", item => !item.IsSettled && item.Date >= next && item.Date < next.PlusDays(7)),
        ];
        return parts.Length > 0 ? [new MenuGroup(texts["reminder.week"], string.Join('\n', parts), [])] : [];

        IEnumerable<string> Part(string key, Func<PlanItem, bool> belongs) =>
            Names(scene, plan.Items.Where(belongs)) is { Length: > 0 } names ? [texts.Say(key, ("steps", names))] : [];
    }

    /// <summary>What the next day with open steps holds.</summary>
    public static string? NextDay(Scene scene, PersonalPlan plan) => plan.NextOpen(scene.Today.PlusDays(1)) is { } date
        ? scene.Texts.Say("reminder.next", ("date", scene.Texts.Day(date)), ("steps", Names(scene, plan.On(date).Where(item => !item.IsSettled))))
        : null;

    private static string Names(Scene scene, IEnumerable<PlanItem> items)
    {
        string[] titles = [.. items.Select(item => item.Step.Title).Distinct(StringComparer.Ordinal)];
        return titles.Length <= MostNames
            ? scene.Texts.List(titles)
            : scene.Texts.Say("reminder.more", ("steps", scene.Texts.Items(titles[..MostNames])), ("count", scene.Texts.Number(titles.Length - MostNames)));
    }
}
