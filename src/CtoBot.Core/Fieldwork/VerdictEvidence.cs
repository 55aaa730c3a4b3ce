using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Fieldwork;

/// <summary>The figures that each answer of the verdict rests on.</summary>
internal static class VerdictEvidence
{
    private const int TopBugs = 3;

    /// <summary>The figures by the id of the verdict's question.</summary>
    /// <param name="finding">What they are made from.</param>
    /// <param name="quotes">How many quotes the reader sees.</param>
    public static ImmutableDictionary<string, ImmutableArray<string>> Of(Finding finding, int quotes)
    {
        var (scene, book) = (finding.Scene, finding.Book);
        var situation = Situation.Of(book, scene.Today);
        var bugs = BugList.Of(book);
        var room = Room.Of(book, DealList.Of(book, bugs), ServiceMatrix.Of(book));
        return new Dictionary<string, ImmutableArray<string>>(StringComparer.Ordinal)
        {
            ["truth"] = [.. Truth(scene, situation, quotes)],
            ["first"] = [.. First(scene, situation, bugs)],
            ["who"] = [.. Who(scene, book, situation)],
            ["cost"] = [.. Cost(scene, room)],
        }.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Truth(Scene scene, Situation situation, int quotes)
    {
        var texts = scene.Texts;
        yield return texts.Say(
            "verdict.figures",
            ("seen", texts.Number(situation.Seen)),
            ("customers", texts.Number(situation.Customers)),
            ("debriefs", texts.Number(situation.VisitsDone)),
            ("bugs", texts.Number(situation.Bugs)),
            ("quotes", texts.Number(quotes)));
        if (situation.AverageRisk is not { } average)
            yield break;
        yield return texts.Say("verdict.averageRisk", ("risk", scene.Average(average)));
        var high = situation.ByRisk.Where(share => share.Risk >= RiskBoard.High).Sum(share => share.Customers);
        yield return Wording.Line(
            texts.Say("verdict.risk", ("count", texts.Number(high)), ("all", texts.Number(situation.Customers))),
            situation.RevenueAtRisk.IsNone ? null : texts.Say("risks.revenue", ("amount", scene.Amount(situation.RevenueAtRisk))));
    }

    private static IEnumerable<string> First(Scene scene, Situation situation, BugList bugs) =>
    [
        .. bugs.Groups.Take(TopBugs).Select(group => scene.Texts.Say("brief.bugLine", ("bug", group.Title), ("customers", scene.Count("list.customers", group.Customers.Length)))),
        .. Wording.Lines(
            situation.DealsOnBugs.IsNone ? null : scene.Texts.Say("deals.totalOnBugs", ("amount", scene.Amount(situation.DealsOnBugs))),
            situation.PromisesOpen == 0 ? null : scene.Texts.Say("verdict.promises", ("open", scene.Texts.Number(situation.PromisesOpen)), ("overdue", scene.Texts.Number(situation.PromisesOverdue)))),
    ];

    private static IEnumerable<string> Who(Scene scene, Book book, Situation situation)
    {
        if (BriefCards.Averages(scene, situation.Functions) is { } marks)
            yield return marks;
        if (Rounding.Average(book.Reports.Select(report => report.Meets).OfType<int>()) is { } average)
            yield return scene.Texts.Say("verdict.reports", ("rating", scene.Average(average)));
    }

    private static IEnumerable<string> Cost(Scene scene, Room room) =>
        room is { Lines.IsEmpty: true, Costs.IsEmpty: true } ? [] : RoomView.Facts(scene, room).Skip(2).Select(fact => $"{fact.Label}: {fact.Value}");
}
