using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;

namespace CtoBot.Core.Fieldwork;

/// <summary>What is said and shown when a visit was written down.</summary>
internal static class DebriefCards
{
    /// <summary>All its answers, each with a way to change it; null if it was never begun.</summary>
    public static Reply? Answers(Scene scene, PersonState state, string visit, Notice? notice)
    {
        if (scene.Records.Find(state, BookFlows.Debrief, visit) is not { } draft || !scene.Content.Flows.TryGetValue(BookFlows.Debrief, out var flow))
            return null;
        var texts = scene.Texts;
        return DialogCards.Summary(
            new DialogContext(scene, state, flow, draft),
            notice?.Text,
            [
                .. notice is { Undoes: not null } ? new[] { new Button(texts["undo.button"], notice.UndoAction(Views.Debrief(visit))) } : [],
                .. draft.Earlier.IsDefaultOrEmpty ? [] : new[] { new Button(texts["debrief.history"], CardAction.Show(Views.History(visit))) },
                new Button(texts["debrief.listButton"], CardAction.Show(Views.Debriefs)),
                new Button(texts["visits.button"], CardAction.Show(Views.Visits)),
            ]);
    }

    /// <summary>The answers that were replaced later, the latest first; null if there is no such debrief.</summary>
    public static Reply? History(Scene scene, PersonState state, string visit)
    {
        if (scene.Records.Find(state, BookFlows.Debrief, visit) is not { } draft || !scene.Content.Flows.TryGetValue(BookFlows.Debrief, out var flow))
            return null;
        var texts = scene.Texts;
        var context = new DialogContext(scene, state, flow, draft);
        ImmutableArray<EarlierAnswer> earlier = draft.Earlier.IsDefault ? [] : draft.Earlier;
        return new Reply.Brief(
            texts["debrief.history"],
            null,
            context.Fill(flow.Title),
            [],
            [new BriefSection("", earlier.IsEmpty ? [texts["debrief.historyNone"]] : [], [.. earlier.Reverse().Select(Line)], [])],
            [new Button(texts["debrief.button"], CardAction.Show(Views.Debrief(visit)))]);

        string Line(EarlierAnswer entry) => texts.Say(
            "debrief.historyLine",
            ("question", flow.Find(entry.Question)?.Name ?? entry.Question),
            ("date", scene.Date(entry.Answer.At.InZone(scene.Zone).Date)),
            ("answer", flow.Find(entry.Question) is { } question ? context.Show(question, entry.Answer.Value) : ""));
    }

    /// <summary>What came of a debrief, in a sentence.</summary>
    public static string Said(Scene scene, PersonState state, string visit)
    {
        var texts = scene.Texts;
        var book = Finding.BookOf(scene, state);
        var name = DebriefRules.CustomerName(scene, state, visit);
        var now = book.Debriefs.FirstOrDefault(debrief => debrief.VisitId == visit);
        var before = now?.Customer is { } customer ? book.DebriefsOf(customer.Id).TakeWhile(debrief => debrief != now).LastOrDefault(debrief => debrief.Risk is not null) : null;
        return (before?.Risk, now?.Risk) switch
        {
            (_, null) => texts.Say("debrief.saved", ("customer", name)),
            (null, { } risk) => texts.Say("debrief.savedRisk", ("customer", name), ("risk", texts.Number(risk))),
            ({ } from, { } to) when from == to => texts.Say("debrief.savedSame", ("customer", name), ("after", texts.Number(to))),
            ({ } from, { } to) => texts.Say("debrief.savedMoved", ("customer", name), ("before", texts.Number(from)), ("after", texts.Number(to))),
        };
    }

    /// <summary>That visits are over and not written down, the earliest of them by name.</summary>
    public static string Waits(Scene scene, PersonState state, IReadOnlyList<KeyValuePair<string, VisitEntry>> waiting)
    {
        var first = scene.Texts.Say("debrief.ended", ("customer", VisitCards.NameOf(state, waiting[0].Value)));
        return waiting.Count == 1 ? first : scene.Texts.Sentences(first, scene.Texts.Say("debrief.endedMore", ("count", scene.Texts.Number(waiting.Count))));
    }

    /// <summary>The card after the last answer: what changed against the visit before, and what comes next.</summary>
    public static Reply Ended(Scene scene, PersonState state, string visit, Notice notice)
    {
        var texts = scene.Texts;
        var book = Finding.BookOf(scene, state);
        var comparison = VisitComparison.Of(book, BugList.Of(book), visit, scene.Today);
        return new Reply.Brief(
            texts.Say("debrief.title1", ("customer", DebriefRules.CustomerName(scene, state, visit))),
            notice.Text,
            null,
            [],
            comparison is null ? [] : [Compared(scene, comparison)],
            [.. Buttons(scene, state, visit, notice)]);
    }

    private static IEnumerable<Button> Buttons(Scene scene, PersonState state, string visit, Notice notice)
    {
        var texts = scene.Texts;
        if (VisitTimes.Waiting(scene, state).FirstOrDefault() is { Key: { } next, Value: var entry })
            yield return new Button(texts.Say("debrief.start", ("customer", VisitCards.NameOf(state, entry))), DebriefRules.Opens(next));
        yield return new Button(texts["debrief.read"], CardAction.Show(Views.Debrief(visit)));
        yield return new Button(texts["risks.button"], CardAction.Show(Views.Risks));
        yield return new Button(texts["today.button"], CardAction.Show(Views.Today));
        if (notice.Undoes is not null)
            yield return new Button(texts["undo.button"], notice.UndoAction(Views.Debrief(visit)));
    }

    private static BriefSection Compared(Scene scene, VisitComparison comparison)
    {
        var texts = scene.Texts;
        ImmutableArray<string> points =
        [
            .. Risk(scene, comparison),
            .. comparison.Ratings.Where(change => change.Change is not null and not 0).Select(change => texts.Say(
                change.Change > 0 ? "debrief.ratingUp" : "debrief.ratingDown",
                ("function", texts["function." + change.Function]), ("before", texts.Number(change.Before!.Value)), ("after", texts.Number(change.Now!.Value)))),
            .. comparison.StillThere.Select(pair => texts.Say("debrief.bugStill", ("bug", pair.Now.Title))),
            .. comparison.New.Select(bug => texts.Say("debrief.bugNew", ("bug", bug.Title))),
            .. comparison.Unmentioned.Select(bug => texts.Say("debrief.bugGone", ("bug", bug.Title))),
            .. comparison.Promises.Lines.Select(line => texts.Say(line.State == PromiseState.Kept ? "debrief.promiseKept" : "debrief.promiseOpen", ("promise", line.Promise.What))),
        ];
        return new BriefSection(
            texts.Say("debrief.compare", ("date", scene.Date(comparison.Before.Source.On))),
            points.IsEmpty ? [texts["debrief.compareSame"]] : [],
            points,
            []);
    }

    private static IEnumerable<string> Risk(Scene scene, VisitComparison comparison)
    {
        if (comparison is not { Before.Risk: { } before, Now.Risk: { } now })
            yield break;
        var key = now > before ? "debrief.riskUp" : now < before ? "debrief.riskDown" : "debrief.riskSame";
        yield return scene.Texts.Say(key, ("before", scene.Texts.Number(before)), ("after", scene.Texts.Number(now)));
    }
}
