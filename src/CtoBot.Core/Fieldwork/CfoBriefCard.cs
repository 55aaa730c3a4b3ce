using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Rollups;
using CtoBot.Core.Rollups.Briefs;

namespace CtoBot.Core.Fieldwork;

/// <summary>The brief for the CFO: what is at risk and the room to act, in figures.</summary>
internal static class CfoBriefCard
{
    /// <summary>The page.</summary>
    public static Reply Of(Finding finding)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var brief = BriefMaker.Cfo(finding.Book, scene.Today);
        return BriefCards.Meeting(
            finding,
            BookFlows.Cfo,
            "",
            SetupAnswers.Names(finding.State, "cfo"),
            [
                .. Amount(scene, texts["risks.headRevenue"], brief.Revenue),
                .. Amount(scene, texts["brief.revenueAtRisk"], brief.AtRisk),
                .. Amount(scene, texts["brief.bugCost"], brief.BugCost),
                .. brief.Room is { Lines.IsEmpty: true, Costs.IsEmpty: true } ? [] : RoomView.Facts(scene, brief.Room),
            ],
            [
                new BriefSection(
                    texts["brief.byRisk"],
                    [],
                    [.. brief.ByRisk.Where(share => share.Customers > 0).Select(share => Share(scene, share))],
                    [],
                    finding.Go("risks.button", Views.Risks)),
                .. RoomView.Sections(scene, finding.Book, brief.Room),
            ],
            finding.Go("room.button", Views.Room),
            finding.Go("deals.button", Views.Deals));
    }

    private static IEnumerable<BriefFact> Amount(Scene scene, string label, MoneyTotal amount) =>
        amount.IsNone ? [] : [new BriefFact(label, scene.Amount(amount))];

    private static string Share(Scene scene, RiskShare share) => Wording.Line(
        share.Risk is { } risk ? scene.Texts.Say("risks.risk", ("risk", scene.Texts.Number(risk))) : scene.Texts["brief.riskUnknown"],
        scene.Count("list.customers", share.Customers),
        share.Revenue.IsNone ? null : scene.Amount(share.Revenue));
}
