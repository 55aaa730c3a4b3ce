using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Fieldwork;
using CtoBot.Core.Flows;
using CtoBot.Core.Flows.Fieldwork;

namespace CtoBot.Core.Findings;

/// <summary>The debriefs: visits that wait to be written down, and those that were.</summary>
internal static class DebriefsView
{
    /// <summary>A page of the debriefs: what waits first, then the latest.</summary>
    public static Reply Board(Finding finding, int page)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        ImmutableArray<Entry> all = [.. Waiting(finding), .. finding.Book.Debriefs.Where(debrief => debrief.Finished).Reverse().Select(debrief => Done(finding, debrief))];
        if (all.IsEmpty)
            return finding.Empty("debrief", finding.Go("visits.button", Views.Visits));
        var shown = ListPage.Of(scene, all, page, Views.Debriefs);
        return new Reply.Board(
            texts["debrief.title"],
            finding.Notice?.Text,
            texts["debrief.lead"],
            [.. from entry in shown.Items
                group entry.Row by entry.Heading into same
                select new BoardSection(texts[same.Key], [.. same])],
            shown.Text,
            finding.Buttons(shown.Buttons, finding.Go("risks.button", Views.Risks), finding.Go("bugs.button", Views.Bugs)));
    }

    /// <summary>The visits that are over, and those whose debrief was begun before they were.</summary>
    private static IEnumerable<Entry> Waiting(Finding finding)
    {
        var (scene, state) = (finding.Scene, finding.State);
        return
            from visit in state.Visits
            let draft = state.Drafts.GetValueOrDefault(Draft.IdOf(BookFlows.Debrief, visit.Key))
            where !visit.Value.Debriefed && (visit.Value.IsOver(scene) || draft is { Answers.IsEmpty: false })
            orderby visit.Value.Span(scene).Start
            select new Entry("visits.waiting", new BoardRow(
                new Figure("!", Tone.Attention),
                VisitCards.NameOf(state, visit.Value),
                [scene.When(visit.Value), .. Begun(scene, draft)],
                Open: DebriefRules.Opens(visit.Key)));
    }

    private static IEnumerable<string> Begun(Scene scene, Draft? draft) =>
        draft is { Answers: { IsEmpty: false } answers } ? [scene.Texts.Say("debrief.begun", ("count", scene.Texts.Number(answers.Count)))] : [];

    private static Entry Done(Finding finding, Debrief debrief) => new("visits.earlier", new BoardRow(
        RiskView.FigureOf(finding.Scene, debrief.Risk),
        debrief.Source.Customer ?? finding.Scene.Texts["list.unknown"],
        [finding.Scene.Date(debrief.Source.On)],
        Open: CardAction.Show(Views.Debrief(debrief.VisitId))));

    private sealed record Entry(string Heading, BoardRow Row);
}
