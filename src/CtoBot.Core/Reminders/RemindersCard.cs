using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>When the next reminders come, what decides that, and what holds them up.</summary>
internal static class RemindersCard
{
    private const int Shown = 3;

    /// <summary>A button that leads here.</summary>
    public static Button Button(Scene scene) => new(scene.Texts["reminder.button"], CardAction.Show(Views.Reminders));

    /// <summary>The card, or null as long as there is nothing to remind of.</summary>
    public static Reply? Of(Scene scene, PersonState state, Notice? notice)
    {
        if (ReminderSettings.Of(state) is not { } settings)
            return null;
        var texts = scene.Texts;
        return new Reply.Menu(
            texts["reminder.title"],
            notice?.Text,
            Held(scene, state),
            null,
            [new MenuGroup(texts["reminder.coming"], Coming(scene, state), []), new MenuGroup(texts["reminder.settings"], null, [.. Settings(scene, state, settings)])],
            [.. Buttons(scene, state)]);
    }

    private static string? Held(Scene scene, PersonState state) => state.Reminders switch
    {
        { Paused: { Until: { } until } } when until > scene.Today => scene.Texts.Say("reminder.pausedUntil", ("date", scene.Texts.Day(until))),
        { Paused.Until: null } => scene.Texts["reminder.paused"],
        { Skipped: { } skipped } when skipped >= scene.Today => scene.Texts.Say("reminder.skipping", ("date", scene.Texts.Day(skipped))),
        _ => null,
    };

    private static string Coming(Scene scene, PersonState state)
    {
        var lines = Schedule.Upcoming(state, scene.Now, scene.Holidays).Take(Shown).Select(due => Line(scene, state, due)).ToArray();
        return lines.Length > 0 ? string.Join('\n', lines) : scene.Texts["reminder.none"];
    }

    private static string Line(Scene scene, PersonState state, Due due)
    {
        var texts = scene.Texts;
        var zone = Calendar.Of(state, scene.Holidays)?.ZoneOn(due.Day) ?? scene.Zone;
        var local = due.At.InZone(zone).LocalDateTime;
        return texts.Say(
            "reminder.line",
            ("date", texts.ShortDay(local.Date)),
            ("time", texts.Time(local.TimeOfDay)),
            ("zone", zone.Id),
            ("what", texts["reminder.kind" + due.Kind]));
    }

    private static IEnumerable<MenuEntry> Settings(Scene scene, PersonState state, ReminderSettings settings)
    {
        var texts = scene.Texts;
        var setup = SetupAnswers.Draft(state)!;
        foreach (var id in (string[])[SetupAnswers.Reminder, SetupAnswers.ZoneId, SetupAnswers.WorkdaysId])
        {
            // The content may have lost a question; then its answer still holds, and cannot be changed here.
            if (scene.Content.Flows[FlowIds.Setup].Find(id) is { } question && setup.Answers.GetValueOrDefault(id) is { } answer)
            {
                yield return new MenuEntry(
                    question.Name,
                    AnswerText.Show(texts, answer.Value, question, question.Options),
                    CardAction.Of(Verbs.Edit, (DataKeys.Flow, FlowIds.Setup), (DataKeys.Page, id), (DataKeys.View, Views.Reminders)));
            }
        }

        if (SpokenLanguage.Setting(scene, state, Views.Reminders) is { } language)
            yield return language;
        yield return new MenuEntry(texts["reminder.what"], What(scene, settings), Opens(FlowIds.Reminders));
        yield return new MenuEntry(texts["reminder.holidays"], DaysOff(scene, state), Opens(FlowIds.Holidays));
    }

    /// <summary>How many days off are to come: the person's own, and those that the operator gave beside them.</summary>
    private static string DaysOff(Scene scene, PersonState state)
    {
        var own = state.Reminders.Holidays.Count(day => day >= scene.Today);
        var others = scene.Holidays.Count(day => day >= scene.Today && !state.Reminders.Holidays.Contains(day));
        var said = own == 0 ? scene.Texts["reminder.noHolidays"] : scene.Texts.Say("reminder.holidayCount", ("count", scene.Texts.Number(own)));
        return others == 0 ? said : scene.Texts.Say("reminder.publicHolidays", ("own", said), ("count", scene.Texts.Number(others)));
    }

    private static string What(Scene scene, ReminderSettings settings)
    {
        var texts = scene.Texts;
        string[] told =
        [
            .. settings.Morning is null ? Array.Empty<string>() : [texts["reminder.kindMorning"]],
            .. settings.Evening is { } evening ? [$"{texts["reminder.kindEvening"]} {texts.Time(evening)}"] : Array.Empty<string>(),
            .. settings.Brief is null ? Array.Empty<string>() : [texts["reminder.kindVisit"]],
            .. settings.Debrief ? [texts["reminder.kindDebrief"]] : Array.Empty<string>(),
        ];
        return told.Length == 0 ? texts["reminder.nothingTold"] : texts.Items(told);
    }

    private static IEnumerable<Button> Buttons(Scene scene, PersonState state)
    {
        var texts = scene.Texts;
        var isHeld = Held(scene, state) is not null;
        yield return new Button(texts["reminder.now"], Does(ReminderActs.Now));
        if (isHeld)
            yield return new Button(texts["reminder.resume"], Does(ReminderActs.Resume));
        if (state.Reminders.Paused is null or { Until: not null })
            yield return new Button(texts["reminder.pause"], Opens(FlowIds.Pause));
        if (!isHeld)
            yield return new Button(texts["reminder.skip"], Does(ReminderActs.SkipTomorrow));
        yield return new Button(texts["reminder.snooze"], Does(ReminderActs.Snooze));
        yield return new Button(texts["today.button"], CardAction.Show(Views.Today));
    }

    private static CardAction Does(string act) => CardAction.Of(Verbs.Remind, (DataKeys.About, act));

    private static CardAction Opens(string flow) => CardAction.Of(Verbs.Open, (DataKeys.Flow, flow), (DataKeys.View, Views.Reminders));
}
