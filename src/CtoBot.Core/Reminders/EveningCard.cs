using System.Collections.Immutable;
using CtoBot.Core.Plan;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>What became of the day: what is still open, to tick or to move, and what comes next.</summary>
internal static class EveningCard
{
    /// <summary>The card; a short one if nothing of the day is open.</summary>
    public static Reply Of(Scene scene, PersonState state, PersonalPlan plan, Notice? notice)
    {
        var texts = scene.Texts;
        var today = plan.On(scene.Today);
        ImmutableArray<PlanItem> open = [.. today.Where(item => !item.IsSettled)];
        var done = today.Length == 0
            ? texts["reminder.nothingPlanned"]
            : texts.Say("reminder.doneToday", ("done", texts.Number(today.Length - open.Length)), ("total", texts.Number(today.Length)));
        var why = ReminderSettings.Of(state) is { Evening: { } evening } ? texts.Say("reminder.whyEvening", ("time", texts.Time(evening)), ("zone", scene.Zone.Id)) : null;
        ImmutableArray<Button> buttons = [new Button(texts["today.button"], CardAction.Show(Views.Today)), RemindersCard.Button(scene)];
        if (notice is { Undoes: not null })
            buttons = buttons.Add(new Button(texts["undo.button"], notice.UndoAction(Views.Evening)));
        var title = texts.Say("reminder.evening", ("date", texts.Day(scene.Today)));
        ImmutableArray<MenuGroup> waiting = [.. Agenda.Waiting(scene, state)];
        if (open.IsEmpty && waiting.IsEmpty)
        {
            string?[] paragraphs = [notice?.Text, done, Agenda.NextDay(scene, plan), why];
            return new Reply.Note(title, [.. paragraphs.OfType<string>()], buttons);
        }

        return new Reply.Checklist(
            title,
            notice?.Text,
            Agenda.NextDay(scene, plan) is { } next ? scene.Texts.Sentences(done, next) : done,
            Checklists.ProgressOf(scene, plan),
            open.IsEmpty ? [] : [new StepSection(texts["reminder.stillOpen"], new LineMaker(scene, Views.Evening, plan).Make(open))],
            null,
            buttons)
        {
            Agenda = waiting,
            Why = why,
        };
    }
}
