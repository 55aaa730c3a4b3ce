using System.Collections.Immutable;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.State;

namespace CtoBot.Core.Reminders;

/// <summary>A visit that is about to begin or has ended.</summary>
internal static class VisitReminder
{
    /// <summary>When and where.</summary>
    public static string Detail(Scene scene, PersonState state, VisitEntry visit) =>
        state.Customers.GetValueOrDefault(visit.Customer)?.City is { Length: > 0 } city ? $"{scene.When(visit)} · {city}" : scene.When(visit);

    /// <summary>Says that visits begin, or asks for the debrief of the one that has ended. In the middle of another dialog it is offered only.</summary>
    public static Outcome Tell(Scene scene, PersonState state, ImmutableArray<VisitTime> due)
    {
        if (due is [{ Kind: DueKind.Debrief } only]
            && Dialogs.Focused(scene, state) is null
            && Dialogs.Find(scene, state, DebriefRules.Opens(only.Id)) is { } debrief)
        {
            return Dialogs.Open(debrief, scene.Texts.Say("reminder.ended", ("customer", VisitCards.NameOf(state, only.Visit))));
        }

        return new Outcome(state, [.. due.Select(visit => visit.Kind == DueKind.Visit ? Begins(scene, state, visit) : Ended(scene, state, visit))]);
    }

    private static Reply Begins(Scene scene, PersonState state, VisitTime due)
    {
        var texts = scene.Texts;
        return new Reply.Note(
            texts.Say("reminder.begins", ("time", texts.Time(due.Visit.Start.TimeOfDay)), ("customer", VisitCards.NameOf(state, due.Visit))),
            [Detail(scene, state, due.Visit), texts["reminder.whyVisit"]],
            [
                new Button(texts["visits.brief"], CardAction.Show(Views.Brief(due.Id))),
                new Button(texts["reminder.openVisit"], CardAction.Show(Views.Visit(due.Id))),
                RemindersCard.Button(scene),
            ]);
    }

    private static Reply Ended(Scene scene, PersonState state, VisitTime due)
    {
        var texts = scene.Texts;
        return new Reply.Note(
            texts.Say("reminder.ended", ("customer", VisitCards.NameOf(state, due.Visit))),
            [texts["reminder.whyDebrief"]],
            [new Button(texts["visits.debrief"], DebriefRules.Opens(due.Id)), RemindersCard.Button(scene)]);
    }
}
