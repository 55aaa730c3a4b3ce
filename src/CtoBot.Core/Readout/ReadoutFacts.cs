using System.Collections.Immutable;
using CtoBot.Core.Findings;
using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Readout;

/// <summary>The situation in numbers, each with the view that it comes from.</summary>
internal static class ReadoutFacts
{
    /// <summary>All of them, in the order they are read.</summary>
    /// <param name="scene">The scene.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="quotes">How many quotes the reader sees.</param>
    public static ImmutableArray<ReadoutFact> Of(Scene scene, ReadoutFigures figures, int quotes)
    {
        var (texts, situation, room) = (scene.Texts, figures.Situation, figures.Room);
        ReadoutFact Fact(string id, ReadoutValue value, string? detail, string view, Tone tone = Tone.Neutral) => new(id, texts["readout." + id], value, detail is "" ? null : detail, tone, view);
        return
        [
            Fact("plan", Share(scene, figures.StepsSettled, figures.Steps), null, Views.Plan),
            Fact(
                "seen",
                Share(scene, situation.Seen, situation.Customers),
                texts.Say("readout.visits", ("done", texts.Number(situation.VisitsDone)), ("planned", texts.Number(situation.VisitsPlanned))),
                Views.Debriefs),
            Fact("revenue", Total(scene, situation.Revenue), Without(scene, "Revenue", figures.Risks.Lines.Count(line => line.Revenue is null)), Views.Customers),
            Fact("atRisk", Total(scene, RevenueAtRisk(figures)), AtRisk(scene, figures), Views.Risks, figures.AtRisk > 0 ? Tone.Attention : Tone.Neutral),
            Fact("bugs", Count(scene, situation.Bugs), Bugs(scene, figures), Views.Bugs, situation.Blockers > 0 ? Tone.Attention : Tone.Neutral),
            Fact("service", Lowest(scene, figures), figures.Lowest is { } lowest ? scene.Function(lowest.Function) : null, Views.Service, ServiceMatrixView.ToneOf(figures.Lowest?.Average)),
            Fact(
                "deals",
                Total(scene, situation.Deals),
                Wording.Line(
                    situation.DealsOnBugs.IsNone ? null : texts.Say("deals.totalOnBugs", ("amount", scene.Amount(situation.DealsOnBugs))),
                    Without(scene, "Amount", figures.Deals.Lines.Count(line => line.Deal.Amount is null))),
                Views.Deals),
            Fact(
                "free",
                Total(scene, room.Free),
                Wording.Line(
                    room.Budget.IsNone ? null : texts.Say("readout.budget", ("budget", scene.Amount(room.Budget)), ("committed", room.Committed.IsNone ? texts.Number(0) : scene.Amount(room.Committed))),
                    Without(scene, "Amount", room.Lines.Count(line => line.Budget.Amount is null))),
                Views.Room),
            Fact(
                "left",
                Total(scene, room.Left),
                Wording.Line(
                    room.Cost.IsNone ? null : texts.Say("readout.costs", ("amount", scene.Amount(room.Cost))),
                    Without(scene, "Cost", room.Costs.Count(cost => cost.Amount is null))),
                Views.Room,
                room.Left.Amounts.Any(amount => amount.Amount < 0) ? Tone.Attention : Tone.Neutral),
            Fact(
                "promises",
                Count(scene, situation.PromisesOpen),
                situation.PromisesOverdue == 0 ? null : texts.Say("readout.overdue", ("count", texts.Number(situation.PromisesOverdue))),
                Views.Promises,
                situation.PromisesOverdue > 0 ? Tone.Warning : Tone.Neutral),
            Fact("quotes", Count(scene, quotes), null, Views.Quotes),
        ];
    }

    private static ReadoutValue.Number Count(Scene scene, int count) => new(scene.Texts.Number(count), count);

    private static ReadoutValue.Number Share(Scene scene, int count, int all) =>
        new(scene.Texts.Say("brief.countOf", ("count", scene.Texts.Number(count)), ("all", scene.Texts.Number(all))), count);

    private static ReadoutValue.Total Total(Scene scene, MoneyTotal total) => new(total.IsNone ? scene.Texts["list.unknown"] : scene.Amount(total), total);

    /// <summary>Nobody at risk is 0, and no riddle, once somebody has said how likely they are to leave. Those of whom no revenue is known stay unknown.</summary>
    private static MoneyTotal RevenueAtRisk(ReadoutFigures figures) =>
        figures is { Situation: { RevenueAtRisk.IsNone: true, AverageRisk: not null }, AtRisk: 0, MainCurrency.Length: > 0 }
            ? MoneyTotal.Of(new Money(0, figures.MainCurrency))
            : figures.Situation.RevenueAtRisk;

    /// <summary>How many are not in a sum because nobody knows what they come to; null for none.</summary>
    private static string? Without(Scene scene, string what, int count) => count == 0 ? null : scene.Texts.Say("readout.without" + what, ("count", scene.Texts.Number(count)));

    private static ReadoutValue Lowest(Scene scene, ReadoutFigures figures) =>
        figures.Lowest is { Average: { } average } ? new ReadoutValue.Number(scene.Average(average), average) : new ReadoutValue.Words(scene.Texts["list.unknown"]);

    private static string? AtRisk(Scene scene, ReadoutFigures figures)
    {
        var texts = scene.Texts;
        if (figures.Situation.AverageRisk is not { } average)
            return null;
        return Wording.Line(
            texts.Say("verdict.risk", ("count", texts.Number(figures.AtRisk)), ("all", texts.Number(figures.Situation.Customers))),
            texts.Say("verdict.averageRisk", ("risk", scene.Average(average))),
            Without(scene, "Revenue", figures.Risks.Lines.Count(line => line.Risk >= RiskBoard.High && line.Revenue is null)));
    }

    private static string Bugs(Scene scene, ReadoutFigures figures) => Wording.Line(
        figures.Situation.Blockers == 0 ? null : scene.Texts.Say("brief.blockers", ("count", scene.Texts.Number(figures.Situation.Blockers))),
        figures.Bugs.Groups is [var first, ..] ? scene.Texts.Say("brief.bugLine", ("bug", first.Title), ("customers", scene.Count("list.customers", first.Customers.Length))) : null);
}
