using System.Collections.Immutable;
using CtoBot.Core.Flows;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Reminders;

/// <summary>A visit that is about to begin or has ended, and what other cards say of a visit.</summary>
internal static class VisitCards
{
    /// <summary>Whom it is with.</summary>
    public static string NameOf(PersonState state, VisitEntry visit) => state.Customers.GetValueOrDefault(visit.Customer)?.Name ?? visit.Customer;

    /// <summary>Where, how long and, if the clocks differ, when that is by the person's clock.</summary>
    public static string Detail(Scene scene, PersonState state, VisitEntry visit)
    {
        var texts = scene.Texts;
        var city = state.Customers.GetValueOrDefault(visit.Customer)?.City ?? "";
        var own = StartOf(scene, visit).InZone(scene.Zone).LocalDateTime;
        string[] parts =
        [
            .. city.Length > 0 ? [city] : Array.Empty<string>(),
            texts.Say("reminder.minutes", ("count", texts.Number(visit.Minutes))),
            .. own != visit.Start ? [texts.Say("reminder.yourTime", ("time", own.Date == visit.Start.Date ? texts.Time(own.TimeOfDay) : $"{texts.ShortDay(own.Date)} {texts.Time(own.TimeOfDay)}"))] : Array.Empty<string>(),
        ];
        return string.Join(" · ", parts);
    }

    /// <summary>Shows the visit, or today as long as the content has no card for it.</summary>
    public static CardAction Open(Scene scene, string id) => scene.Content.Flows.ContainsKey(FlowIds.Visit)
        ? CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Visit), (DataKeys.Subject, id))
        : CardAction.Show(Views.Today);

    /// <summary>Opens the debrief of a visit.</summary>
    public static CardAction OpenDebrief(string id) => CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Debrief), (DataKeys.Subject, id));

    /// <summary>Whether it is over.</summary>
    public static bool HasEnded(Scene scene, VisitEntry visit) => StartOf(scene, visit) + Duration.FromMinutes(visit.Minutes) <= scene.Now;

    private static Instant StartOf(Scene scene, VisitEntry visit) => Calendar.Start(visit, scene.Zone);

    /// <summary>Says that visits begin, or asks for the debrief of those that have ended.</summary>
    public static Outcome Tell(Scene scene, PersonState state, ImmutableArray<VisitTime> due)
    {
        if (due is [{ Kind: DueKind.Debrief } only]
            && Dialogs.Focused(scene, state) is null
            && Dialogs.Find(scene, state, OpenDebrief(only.Id)) is { } debrief)
        {
            return Dialogs.Open(debrief, scene.Texts.Say("reminder.ended", ("customer", NameOf(state, only.Visit))));
        }

        return new Outcome(state, [.. due.Select(visit => visit.Kind == DueKind.Visit ? Begins(scene, state, visit) : Ended(scene, state, visit))]);
    }

    private static Reply Begins(Scene scene, PersonState state, VisitTime due)
    {
        var texts = scene.Texts;
        return new Reply.Note(
            texts.Say("reminder.begins", ("time", texts.Time(due.Visit.Start.TimeOfDay)), ("customer", NameOf(state, due.Visit))),
            [Detail(scene, state, due.Visit), texts["reminder.whyVisit"]],
            [new Button(texts["reminder.openVisit"], Open(scene, due.Id)), RemindersCard.Button(scene)]);
    }

    /// <summary>In the middle of another dialog, or for several visits, the debrief is offered only.</summary>
    private static Reply Ended(Scene scene, PersonState state, VisitTime due)
    {
        var texts = scene.Texts;
        var open = scene.Content.Flows.ContainsKey(FlowIds.Debrief)
            ? new Button(texts["reminder.openDebrief"], OpenDebrief(due.Id))
            : new Button(texts["today.button"], CardAction.Show(Views.Today));
        return new Reply.Note(
            texts.Say("reminder.ended", ("customer", NameOf(state, due.Visit))),
            [texts["reminder.whyDebrief"]],
            [open, RemindersCard.Button(scene)]);
    }
}
