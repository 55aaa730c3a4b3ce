using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Findings;

/// <summary>The debriefs: visits that wait to be written down, and those that were.</summary>
internal static class DebriefsView
{
    /// <summary>A page of the debriefs: what waits first, then the latest.</summary>
    public static Reply Board(Finding finding, int page)
    {
        var (scene, texts, book) = (finding.Scene, finding.Scene.Texts, finding.Book);
        var debriefs = book.Debriefs.ToLookup(debrief => debrief.VisitId, StringComparer.Ordinal);
        Entry[] waiting =
        [
            .. book.Visits
                .Where(visit => visit.Customer is { Archived: false })
                .Select(visit => new Entry(visit, debriefs[visit.Id].FirstOrDefault()))
                .Where(entry => entry.Debrief is { Finished: false } || (entry.Debrief is null && IsOver(scene, entry.Visit!))),
        ];
        Entry[] done = [.. book.Debriefs.Where(debrief => debrief.Finished).Reverse().Select(debrief => new Entry(debrief.Visit, debrief))];
        if (waiting.Length + done.Length == 0)
            return finding.Empty("debrief", finding.Go("visits.button", "visits"));
        var shown = ListPage.Of(scene, [.. waiting, .. done], page, Views.Debriefs);
        return new Reply.Board(
            texts["debrief.title"],
            finding.Notice?.Text,
            texts["debrief.lead"],
            [.. from entry in shown.Items
                group entry by entry.Debrief is { Finished: true } into same
                select new BoardSection(texts[same.Key ? "visits.earlier" : "visits.waiting"], [.. same.Select(entry => Row(finding, entry))])],
            shown.Text,
            finding.Buttons(shown.Buttons, finding.Go("risks.button", Views.Risks), finding.Go("bugs.button", Views.Bugs)));
    }

    /// <summary>Whether a visit has ended, by the clock of the place; one without a time ends with its day.</summary>
    private static bool IsOver(Scene scene, Visit visit)
    {
        if (visit.Date is not { } date)
            return false;
        var zone = (visit.Zone is { } id ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) : null) ?? scene.Zone;
        var end = visit.Time is { } time ? (date + time).PlusMinutes(visit.Minutes) : date.PlusDays(1).AtMidnight();
        return end.InZoneLeniently(zone).ToInstant() <= scene.Now;
    }

    private static BoardRow Row(Finding finding, Entry entry)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var visit = entry.Visit?.Id ?? entry.Debrief!.VisitId;
        var date = entry.Debrief?.Source.On ?? entry.Visit!.Date!.Value;
        return new BoardRow(
            RiskView.FigureOf(scene, entry.Debrief?.Risk),
            entry.Visit?.Customer?.Name ?? entry.Debrief?.Source.Customer ?? texts["list.unknown"],
            [Wording.Line(scene.Date(date), entry.Debrief is { Finished: false } ? texts["visits.begun"] : null)],
            Open: CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Debrief), (DataKeys.Subject, visit), (DataKeys.View, Views.Debriefs)));
    }

    private sealed record Entry(Visit? Visit, Debrief? Debrief);
}
