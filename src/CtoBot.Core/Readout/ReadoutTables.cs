using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Core.Readout;

/// <summary>The tables of the readout. One without rows is left out by who asks.</summary>
internal static class ReadoutTables
{
    /// <summary>The revenue by flight risk.</summary>
    public static ReadoutTable ByRisk(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "byRisk",
        ["risk", "customers", "revenue", "unknown"],
        figures.Situation.ByRisk.Where(share => share.Customers > 0).Select(share => Row([Words(ReadoutCharts.Level(scene, share.Risk)), Number(scene, share.Customers), Total(scene, share.Revenue), Number(scene, figures.WithoutRevenue(share.Risk))])));

    /// <summary>The customers by flight risk.</summary>
    public static ReadoutTable Risks(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "risks",
        ["customer", "risk", "change", "revenue", "renewal", "reasons"],
        figures.Risks.Lines.Select(line => Row(
            [
                Words(line.Customer.Name),
                Number(scene, line.Risk),
                line.Change is { } change ? new ReadoutValue.Number(change.ToString("+0;-0;0", scene.Texts.Culture), change) : ReadoutValue.None,
                Total(scene, MoneyTotal.Of(line.Revenue)),
                Day(scene, line.Renewal),
                Words(Wording.Line(line.Reasons.Select(reason => RiskView.Reason(scene, line, reason)))),
            ],
            [line.Customer.Id])));

    /// <summary>The bugs, as they are ranked.</summary>
    public static ReadoutTable Bugs(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "bugs",
        ["bug", "customers", "who", "atStake", "severity", "since"],
        figures.Bugs.Groups.Select(group => Row(
            [
                Words(group.Title),
                Number(scene, group.Customers.Length),
                Words(string.Join(", ", group.Customers.Select(customer => customer.Name))),
                Total(scene, group.Revenue),
                Words(scene.Severity(group.Worst)),
                Day(scene, group.Oldest),
            ],
            [.. group.Customers.Select(customer => customer.Id)])));

    /// <summary>The functions with their averages.</summary>
    public static ReadoutTable Functions(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "functions",
        ["function", "average", "marks", "low"],
        figures.Situation.Functions.Where(function => function.Ratings > 0).Select(function => Row(
            [
                Words(scene.Function(function.Function)),
                new ReadoutValue.Number(scene.Average(function.Average!.Value), function.Average.Value),
                Number(scene, function.Ratings),
                Number(scene, function.LowRatings),
            ],
            [],
            function.Function)));

    /// <summary>How each customer marks each function.</summary>
    public static ReadoutTable Marks(Scene scene, ReadoutFigures figures) => new(
        "marks",
        scene.Texts["readout.table.marks"],
        [scene.Texts["readout.head.customer"], .. Customers.Functions.All.Select(function => scene.Function(function)!)],
        [
            .. figures.Service.Rows.Select(row => Row(
                [Words(row.Customer.Name), .. Customers.Functions.All.Select(function => Number(scene, row.Cells.GetValueOrDefault(function)?.Rating?.Points))],
                [row.Customer.Id])),
        ]);

    /// <summary>The must-close deals.</summary>
    public static ReadoutTable Deals(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "deals",
        ["deal", "customer", "amount", "close", "needs", "hangsOn"],
        [
            .. figures.Deals.Lines.Select(line => Row(
                [
                    Words(line.Deal.Name),
                    Words(line.Customer?.Name ?? line.Deal.CustomerText),
                    Total(scene, MoneyTotal.Of(line.Deal.Amount)),
                    Day(scene, line.Deal.Close),
                    Words(line.Deal.Needs),
                    Words(line.Bug?.Title ?? (line.Deal.Bug is null ? null : scene.Texts["bugs.gone"])),
                ],
                line.Customer is { } customer ? [customer.Id] : [])),
            .. Sum(scene, figures.Deals.Lines.Length, figures.Deals.Total, before: 1, after: 3),
        ]);

    /// <summary>The lines of the budget.</summary>
    public static ReadoutTable Budget(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "budget",
        ["line", "budget", "committed", "free"],
        [
            .. figures.Room.Lines.Select(line => Row([Words(line.Budget.Line), Total(scene, MoneyTotal.Of(line.Budget.Amount)), Total(scene, MoneyTotal.Of(line.Budget.Committed)), Total(scene, line.Free)])),
            .. figures.Room.Lines.IsEmpty ? [] : new[] { Row([Words(scene.Texts["readout.total"]), Total(scene, figures.Room.Budget), Total(scene, figures.Room.Committed), Total(scene, figures.Room.Free)]) with { IsTotal = true } },
        ]);

    /// <summary>The costs found.</summary>
    public static ReadoutTable Costs(Scene scene, ReadoutFigures figures) => Table(
        scene,
        "costs",
        ["what", "kind", "cost"],
        [
            .. figures.Room.Costs.OrderBy(cost => cost.Kind).Select(cost => Row([Words(cost.What), Words(scene.Texts["room.costs" + cost.Kind]), Total(scene, MoneyTotal.Of(cost.Amount))])),
            .. Sum(scene, figures.Room.Costs.Length, figures.Room.Cost, before: 1, after: 0),
        ]);

    /// <summary>The promises, as they are listed. To others the person is the CTO, not "you".</summary>
    public static ReadoutTable Promises(Finding finding, ReadoutFigures figures, bool own)
    {
        var scene = finding.Scene;
        return Table(
            scene,
            "promises",
            ["promise", "who", "due", "state", "from"],
            figures.Promises.Lines.Select(line => Row(
                [
                    Words(line.Promise.What),
                    Words(line.Promise.Kind == PromiseKind.Next ? scene.Texts[own ? "promises.you" : "readout.cto"] : line.Promise.Source.Who),
                    Day(scene, line.Promise.Due),
                    Words(scene.Texts["promises." + line.State.ToString().ToLowerInvariant()]),
                    Words(PromiseView.From(finding, line.Promise)),
                ],
                line.Promise.Source.CustomerId is { } customer ? [customer] : [])));
    }

    private static ReadoutTable Table(Scene scene, string id, IEnumerable<string> heads, IEnumerable<ReadoutRow> rows) =>
        new(id, scene.Texts["readout.table." + id], [.. heads.Select(head => scene.Texts["readout.head." + head])], [.. rows]);

    private static ReadoutRow Row(ImmutableArray<ReadoutValue> values, ImmutableArray<string> customers = default, string? function = null) =>
        new(values, customers.IsDefault ? [] : customers, function);

    /// <summary>What the rows above come to, in the column after so many; nothing of fewer than two.</summary>
    private static IEnumerable<ReadoutRow> Sum(Scene scene, int rows, MoneyTotal total, int before, int after) => rows < 2
        ? []
        : [Row([Words(scene.Texts["readout.total"]), .. Enumerable.Repeat(ReadoutValue.None, before), Total(scene, total), .. Enumerable.Repeat(ReadoutValue.None, after)]) with { IsTotal = true }];

    private static ReadoutValue Words(string? words) => words is { Length: > 0 } ? new ReadoutValue.Words(words) : ReadoutValue.None;

    private static ReadoutValue Number(Scene scene, int? number) => number is { } given ? new ReadoutValue.Number(scene.Texts.Number(given), given) : ReadoutValue.None;

    private static ReadoutValue Day(Scene scene, LocalDate? date) => date is { } day ? new ReadoutValue.Day(scene.Date(day), day) : ReadoutValue.None;

    private static ReadoutValue Total(Scene scene, MoneyTotal total) => total.IsNone ? ReadoutValue.None : new ReadoutValue.Total(scene.Amount(total), total);
}
