using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Rollups;
using CtoBot.Core.Rollups.Briefs;

namespace CtoBot.Core.Fieldwork;

/// <summary>The brief for the VP Sales &amp; Marketing: deals, customers that might leave, what is said of sales and of the price.</summary>
internal static class SalesBriefCard
{
    /// <summary>The page.</summary>
    public static Reply Of(Finding finding)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var brief = BriefMaker.Sales(finding.Book);
        var atRisk = brief.Customers.Where(customer => customer.Risk >= RiskBoard.High).ToImmutableArray();
        return BriefCards.Meeting(
            finding,
            BookFlows.Sales,
            "",
            SetupAnswers.Names(finding.State, "salesHead"),
            [
                .. BriefCards.Marks(scene, texts["brief.marks"], brief.Sales),
                .. brief.Deals.Lines.IsEmpty ? [] : new[] { new BriefFact(texts["deals.button"], Wording.Line(
                    scene.Count("list.deals", brief.Deals.Lines.Length),
                    brief.Deals.Total.IsNone ? null : scene.Amount(brief.Deals.Total))) },
                .. brief.Deals.OnBugs.IsNone ? [] : new[] { new BriefFact(texts["deals.onBugs"], scene.Amount(brief.Deals.OnBugs)) },
                new BriefFact(texts["brief.atRisk"], Wording.Line(
                    texts.Say("brief.countOf", ("count", texts.Number(atRisk.Length)), ("all", texts.Number(brief.Customers.Length))),
                    MoneyTotal.Of(atRisk.Select(customer => customer.Revenue)) is { IsNone: false } revenue ? texts.Say("risks.revenue", ("amount", scene.Amount(revenue))) : null)),
            ],
            [
                new BriefSection(
                    texts["brief.atRisk"],
                    atRisk.IsEmpty ? [texts["brief.atRiskNone"]] : [],
                    [.. atRisk.Select(customer => AtRisk(scene, customer))],
                    [],
                    finding.Go("risks.button", Views.Risks)),
                new BriefSection(
                    texts["deals.title"],
                    brief.Deals.Lines.IsEmpty ? [texts["brief.dealsNone"]] : [],
                    [.. brief.Deals.Lines.Take(BriefWords.Most).Select(line => Deal(scene, line))],
                    [],
                    finding.Go("deals.button", Views.Deals)),
                BriefWords.About(finding, scene.Function(Functions.Sales)!, brief.Sales),
                BriefWords.Section(finding, scene.Function(Functions.Price)!, [.. BriefWords.Quoted(finding, brief.PriceQuotes)], finding.Go("debrief.listButton", Views.Debriefs)),
            ]);
    }

    private static string AtRisk(Scene scene, BriefCustomer customer) => Wording.Line(
    [
        scene.Texts.Say("brief.atRiskLine", ("customer", customer.Customer.Name), ("risk", scene.Texts.Number(customer.Risk!.Value))),
        customer.Revenue is { } revenue ? scene.Texts.Say("risks.revenue", ("amount", scene.Amount(revenue))) : null,
        customer.Renewal is { } renewal ? scene.Texts.Say("risks.renews", ("date", scene.Date(renewal))) : null,
        .. customer.Reasons.Select(reason => Reason(scene, customer, reason)),
    ]);

    private static string Reason(Scene scene, BriefCustomer customer, string reason) =>
        reason == "competitor" && customer.Competitor is { } competitor ? scene.Texts.Say("risks.competitor", ("competitor", competitor)) : scene.Option("reasons", reason);

    private static string Deal(Scene scene, DealLine line) => Wording.Line(DealView.Short(scene, line), DealView.HangsOn(scene, line));
}
