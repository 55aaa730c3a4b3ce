using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Steps;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>The visits, and one of them in full.</summary>
internal static class VisitCards
{
    /// <summary>What is over and waits, what comes, and what was written down lately. It needs nothing but the state.</summary>
    public static Reply List(Scene scene, PersonState state, string page, Notice? notice)
    {
        var texts = scene.Texts;
        var waiting = VisitTimes.Waiting(scene, state).ToArray();
        var coming = state.Visits.Where(visit => !visit.Value.IsOver(scene) && !visit.Value.Debriefed).OrderBy(visit => visit.Value.Span(scene).Start).ThenBy(visit => visit.Key, StringComparer.Ordinal);
        var written = state.Visits.Where(visit => visit.Value.Debriefed).OrderByDescending(visit => visit.Value.Start).ThenBy(visit => visit.Key, StringComparer.Ordinal);
        ImmutableArray<(string Heading, KeyValuePair<string, VisitEntry> Visit)> all =
        [
            .. waiting.Select(visit => (texts["visits.waiting"], visit)),
            .. coming.Select(visit => (Heading(scene, visit.Value), visit)),
            .. written.Select(visit => (texts["visits.earlier"], visit)),
        ];
        if (all.IsEmpty)
        {
            var none = state.Customers.IsEmpty ? "visits.noCustomers" : "visits.none";
            return new Reply.Note(texts[none], [.. notice is null ? [] : new[] { notice.Text }, texts[none + "Text"]], [.. Buttons(scene, state, notice)]);
        }

        var shown = ListPage.Of(scene, all, ListPage.Number(page) ?? 1, Views.Visits);
        return new Reply.Board(
            texts["visits.title"],
            notice?.Text,
            texts["visits.lead"],
            [.. shown.Items.GroupBy(item => item.Heading).Select(group => new BoardSection(group.Key, [.. group.Select(item => Row(scene, state, item.Visit.Key, item.Visit.Value))]))],
            shown.Text,
            [.. Buttons(scene, state, notice), .. shown.Buttons]);
    }

    private static string Heading(Scene scene, VisitEntry visit) =>
        visit.Span(scene).Start.InZone(scene.Zone).Date is var date && date <= scene.Today ? scene.Texts["visits.today"]
        : date == scene.Today.PlusDays(1) ? scene.Texts["visits.tomorrow"]
        : scene.Texts["visits.upcoming"];

    private static BoardRow Row(Scene scene, PersonState state, string id, VisitEntry visit)
    {
        var texts = scene.Texts;
        var name = NameOf(state, visit);
        var waits = !visit.Debriefed && visit.IsOver(scene);
        var begun = state.Drafts.ContainsKey(Draft.IdOf(BookFlows.Debrief, id));
        ImmutableArray<string> details =
        [
            scene.When(visit),
            .. visit.Debriefed ? new[] { texts["visits.debriefed"] } : begun ? [texts["visits.begun"]] : [],
        ];
        return new BoardRow(
            new Figure(visit.Debriefed ? "✓" : waits ? "!" : "", visit.Debriefed ? Tone.Good : waits ? Tone.Attention : Tone.Neutral),
            name,
            details,
            waits ? new Button(texts.Say("debrief.start", ("customer", name)), DebriefRules.Opens(id)) : null,
            CardAction.Show(Views.Visit(id)));
    }

    private static IEnumerable<Button> Buttons(Scene scene, PersonState state, Notice? notice)
    {
        var texts = scene.Texts;
        if (notice is { Undoes: not null })
            yield return new Button(texts["undo.button"], notice.UndoAction(Views.Visits));
        if (VisitTimes.Waiting(scene, state).FirstOrDefault() is { Key: { } waiting, Value: var visit })
            yield return new Button(texts.Say("debrief.start", ("customer", NameOf(state, visit))), DebriefRules.Opens(waiting));
        yield return state.Customers.IsEmpty
            ? new Button(texts["customers.add"], CardAction.Of(Verbs.Open, (DataKeys.Flow, FlowIds.Customers), (DataKeys.View, Views.Visits)))
            : new Button(texts["visits.plan"], VisitRules.Plan(state, ""));
        yield return new Button(texts["customers.button"], CardAction.Show(Views.Customers));
        yield return new Button(texts["today.button"], CardAction.Show(Views.Today));
    }

    /// <summary>A visit in full, or null if the state holds none of this id.</summary>
    public static Reply? Detail(Scene scene, PersonState state, string id, Notice? notice)
    {
        if (!state.Visits.TryGetValue(id, out var visit))
            return null;
        var texts = scene.Texts;
        var over = visit.IsOver(scene);
        var draft = scene.Records.Find(state, BookFlows.Visit, id);
        var along = draft?.Value<AnswerValue.Text>("along")?.Words;
        ImmutableArray<string> paragraphs =
        [
            .. notice is null ? [] : new[] { notice.Text },
            scene.When(visit),
            .. draft?.Value<AnswerValue.Text>("place") is { Words: var place } ? new[] { texts.Say("visits.place", ("place", place)) } : [],
            along is null ? texts["customers.alone"] : texts.Say("visits.along", ("people", along)),
        ];
        return new Reply.Note(NameOf(state, visit), paragraphs, [.. Buttons(scene, id, visit, over, notice)]);
    }

    private static IEnumerable<Button> Buttons(Scene scene, string id, VisitEntry visit, bool over, Notice? notice)
    {
        var texts = scene.Texts;
        var debrief = new Button(texts["visits.debrief"], visit.Debriefed ? CardAction.Show(Views.Debrief(id)) : DebriefRules.Opens(id));
        var brief = new Button(texts["visits.brief"], CardAction.Show(Views.Brief(id)));
        yield return over ? debrief : brief;
        yield return over ? brief : debrief;
        if (!visit.Debriefed)
        {
            yield return new Button(texts["visits.change"], ChangeWhen(id));
            yield return new Button(texts["visits.message"], CardAction.Show(Views.Message(MessageRules.To("visit", visit.Customer))));
            yield return new Button(texts["visits.cancel"], CardAction.Of(Verbs.CancelVisit, (DataKeys.Subject, id)));
        }

        if (notice is { Undoes: not null })
            yield return new Button(texts["undo.button"], notice.UndoAction(Views.Visit(id)));
        yield return new Button(texts["visits.planNext"], CardAction.Show(Views.Customers));
        yield return new Button(texts["visits.button"], CardAction.Show(Views.Visits));
    }

    /// <summary>Cancels a visit; it can be undone. One that was begun to be written down stays.</summary>
    public static Outcome? Cancel(Scene scene, PersonState state, string id)
    {
        if (!state.Visits.TryGetValue(id, out var visit) || visit.Debriefed || scene.Records.Find(state, BookFlows.Visit, id) is not { } draft)
            return null;
        if (state.Drafts.TryGetValue(Draft.IdOf(BookFlows.Debrief, id), out var debrief) && !debrief.Answers.IsEmpty)
            return CardViews.Show(scene, state, Views.Visit(id), scene.Texts["visits.keptBegun"]);
        var name = NameOf(state, visit);
        var removed = (debrief is null ? state : state.Drop(debrief)).Unfile(draft);
        removed = (removed with { Revision = state.Revision + 1 }).Remember(new UndoEntry(
            "undo.cancelVisit",
            name,
            ImmutableDictionary<string, StepState?>.Empty,
            [Changes.Before(draft with { Status = DraftStatus.Done }, draft.Answers.Keys) with { Earlier = draft.Earlier }],
            Visits: ImmutableDictionary<string, VisitEntry?>.Empty.Add(id, visit)));
        var said = scene.Texts.Say("visits.cancelled", ("customer", name), ("date", scene.Texts.Day(visit.Start.Date)));
        return CardViews.Show(scene, removed, Views.Visits, Notice.Change(said, state, removed));
    }

    /// <summary>Asks when and where a visit is again.</summary>
    public static CardAction ChangeWhen(string id) => CardAction.Of(Verbs.Edit, (DataKeys.Flow, BookFlows.Visit), (DataKeys.Subject, id), (DataKeys.Page, "when"));

    /// <summary>Whom a visit is to.</summary>
    public static string NameOf(PersonState state, VisitEntry visit) => state.Customers.GetValueOrDefault(visit.Customer)?.Name ?? "";
}
