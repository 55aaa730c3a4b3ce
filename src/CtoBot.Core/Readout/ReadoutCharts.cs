using System.Collections.Immutable;
using CtoBot.Core.Findings;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Readout;

/// <summary>The readout's figures as pictures.</summary>
internal static class ReadoutCharts
{
    /// <summary>The most bars that can be told apart at a glance.</summary>
    private const int MostBars = 8;

    /// <summary>The highest mark.</summary>
    private const int BestMark = 5;

    /// <summary>How far the plan is.</summary>
    public static Chart Progress(Scene scene, ReadoutFigures figures) => new(
        ChartKind.Gauge,
        scene.Texts["readout.plan"],
        [
            new ChartPoint(scene.Texts["readout.settled"], figures.StepsSettled, scene.Texts.Say("plan.progress", ("done", scene.Texts.Number(figures.StepsSettled)), ("total", scene.Texts.Number(figures.Steps)))),
            new ChartPoint(scene.Texts["readout.open"], figures.Steps - figures.StepsSettled, scene.Texts.Number(figures.Steps - figures.StepsSettled)),
        ],
        Math.Max(1, figures.Steps));

    /// <summary>What customers pay, by how likely they are to leave. Bars are of one currency: nothing is converted. Null without a revenue.</summary>
    public static Chart? Risks(Scene scene, ReadoutFigures figures)
    {
        var (texts, currency) = (scene.Texts, figures.MainCurrency);
        if (currency.Length == 0)
            return null;
        ImmutableArray<ChartPoint> points =
        [
            .. figures.Situation.ByRisk
                .Where(share => share.Customers > 0)
                .Select(share => new ChartPoint(
                    Level(scene, share.Risk),
                    share.Revenue.In(currency),
                    Wording.Line(share.Revenue.IsNone ? texts["list.unknown"] : scene.Amount(share.Revenue), scene.Count("list.customers", share.Customers), Unknown(scene, figures, share)),
                    RiskView.ToneOf(share.Risk))),
        ];
        return Bars(
            texts.Say("readout.risksChart", ("currency", currency)),
            points,
            figures.Situation.Revenue.Amounts.Length > 1 ? texts.Say("readout.oneCurrency", ("currency", currency)) : null);
    }

    /// <summary>How many customers each of the first bugs hits. Null without bugs.</summary>
    public static Chart? Bugs(Scene scene, ReadoutFigures figures)
    {
        var groups = figures.Bugs.Groups;
        return groups.IsEmpty ? null : Bars(
            scene.Texts["readout.bugsChart"],
            [
                .. groups.Take(MostBars).Select(group => new ChartPoint(
                    group.Title,
                    group.Customers.Length,
                    scene.Count("list.customers", group.Customers.Length),
                    group.Worst is Customers.Severity.Blocker ? Tone.Attention : Tone.Neutral)),
            ],
            groups.Length > MostBars ? scene.Texts.Say("readout.firstOf", ("count", scene.Texts.Number(MostBars)), ("all", scene.Texts.Number(groups.Length))) : null);
    }

    /// <summary>How customers mark the functions. Null without marks.</summary>
    public static Chart? Service(Scene scene, ReadoutFigures figures)
    {
        FunctionFigures[] marked = [.. figures.Situation.Functions.Where(function => function.Average is not null)];
        return marked.Length == 0 ? null : new Chart(
            ChartKind.Bars,
            scene.Texts["readout.serviceChart"],
            [
                .. marked.Select(function => new ChartPoint(
                    scene.Function(function.Function)!,
                    function.Average!.Value,
                    scene.Texts.Say("service.average", ("rating", scene.Average(function.Average.Value)), ("customers", scene.Count("list.customers", function.Ratings))),
                    ServiceMatrixView.ToneOf(function.Average))),
            ],
            BestMark);
    }

    /// <summary>"5, going", or that nobody said.</summary>
    public static string Level(Scene scene, int? risk) => risk is { } said
        ? scene.Texts.Say("readout.level", ("risk", scene.Texts.Number(said)), ("level", scene.Texts[FormattableString.Invariant($"risks.level{said}")]))
        : scene.Texts["brief.riskUnknown"];

    /// <summary>How many of them are not in the sum; null where that says so itself.</summary>
    private static string? Unknown(Scene scene, ReadoutFigures figures, RiskShare share) => share.Revenue.IsNone || figures.WithoutRevenue(share.Risk) is not (> 0 and var count)
        ? null
        : scene.Texts.Say("readout.withoutRevenue", ("count", scene.Texts.Number(count)));

    private static Chart Bars(string title, ImmutableArray<ChartPoint> points, string? note)
    {
        var most = points.Max(point => point.Value);
        return new Chart(ChartKind.Bars, title, points, most > 0 ? most : 1, note);
    }
}
