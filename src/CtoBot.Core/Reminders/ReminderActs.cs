using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>What a person does with reminders beside answering questions about them.</summary>
internal static class ReminderActs
{
    public const string Now = "now";
    public const string Resume = "resume";
    public const string SkipTomorrow = "skip-tomorrow";
    public const string Snooze = "snooze";
    public const string Afternoon = "afternoon";

    private static readonly Duration SnoozeTime = Duration.FromHours(1);
    private static readonly LocalTime AfternoonTime = new(14, 0);

    /// <summary>Does it; null if there is no such act, or nothing to remind of.</summary>
    public static Outcome? Do(Scene scene, PersonState state, string act)
    {
        if (ReminderSettings.Of(state) is null)
            return null;
        return act switch
        {
            Now => CardViews.Show(scene, state, Views.Morning, null),
            Resume => Resumed(scene, state),
            SkipTomorrow => Skip(scene, state),
            Snooze => Later(scene, state, scene.Now + SnoozeTime),
            Afternoon => Later(scene, state, Instant.Max(scene.Now + SnoozeTime, (scene.Today + AfternoonTime).InZoneLeniently(scene.Zone).ToInstant())),
            _ => null,
        };
    }

    /// <summary>Takes back whatever holds reminders up.</summary>
    private static Outcome Resumed(Scene scene, PersonState state) => Show(
        scene,
        state with { Reminders = state.Reminders with { Paused = null, Skipped = null } },
        scene.Texts[state.Reminders.Paused is null && state.Reminders.Skipped is null ? "reminder.running" : "reminder.resumed"]);

    private static Outcome Skip(Scene scene, PersonState state)
    {
        var tomorrow = scene.Today.PlusDays(1);
        var comes = DailyOn(scene, state, DueKind.Morning, tomorrow) is not null || DailyOn(scene, state, DueKind.Evening, tomorrow) is not null;
        return comes
            ? Show(scene, state with { Reminders = state.Reminders with { Skipped = tomorrow } }, scene.Texts.Say("reminder.skipped", ("date", scene.Texts.Day(tomorrow))))
            : Show(scene, state, scene.Texts.Say("reminder.freeAnyway", ("date", scene.Texts.Day(tomorrow))));
    }

    private static Instant? DailyOn(Scene scene, PersonState state, DueKind kind, LocalDate day) => Calendar.Of(state, scene.Holidays)?.Daily(kind, day);

    /// <summary>Brings the morning's card once more, or instead of one that would come in the meantime.</summary>
    private static Outcome Later(Scene scene, PersonState state, Instant until)
    {
        if (Calendar.Of(state, scene.Holidays) is not { } calendar || calendar.IsPaused(until.InZone(scene.Zone).Date))
            return Show(scene, state, null);
        var coming = Schedule.Daily(calendar, state.Reminders, DueKind.Morning, scene.Now).TakeWhile(due => due.At <= until).LastOrDefault();
        if (coming is not null)
            state = state.MarkSent(DueKind.Morning, coming.Day);
        var time = scene.Texts.Time(until.InZone(scene.Zone).TimeOfDay);
        return new Outcome(
            state with { Reminders = state.Reminders with { SnoozedUntil = until } },
            [new Reply.Note(scene.Texts.Say("reminder.snoozed", ("time", time)), [], [RemindersCard.Button(scene), new Button(scene.Texts["today.button"], CardAction.Show(Views.Today))])]);
    }

    private static Outcome Show(Scene scene, PersonState state, string? notice) => CardViews.Show(scene, state, Views.Reminders, notice)!;
}
