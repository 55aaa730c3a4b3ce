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
        var withoutRoom = brief.Room is { Lines.IsEmpty: true, Costs.IsEmpty: true };
        return BriefCards.Meeting(
            finding,
            BookFlows.Cfo,
            "",
            SetupAnswers.Names(finding.State, "cfo"),
            [
                .. Amount(scene, texts["risks.headRevenue"], brief.Revenue),
                .. Amount(scene, texts["brief.revenueAtRisk"], brief.AtRisk),
                .. Amount(scene, texts["brief.bugCost"], brief.BugCost),
                .. withoutRoom ? [] : RoomView.Facts(scene, brief.Room),
            ],
            [
                .. ByRisk(finding, brief),
                .. withoutRoom ? [new BriefSection(texts["room.none"], [texts["room.noneText"]], [], [])] : RoomView.Sections(scene, finding.Book, brief.Room),
            ],
            finding.Go("room.button", Views.Room),
            finding.Go("deals.button", Views.Deals));
    }

    private static IEnumerable<BriefFact> Amount(Scene scene, string label, MoneyTotal amount) =>
        amount.IsNone ? [] : [new BriefFact(label, scene.Amount(amount))];

    private static IEnumerable<BriefSection> ByRisk(Finding finding, CfoBrief brief)
    {
        if (finding.Book.Active.Any())
        {
            yield return new BriefSection(
                finding.Scene.Texts["brief.byRisk"],
                [],
                [.. brief.ByRisk.Where(share => share.Customers > 0).Select(share => Share(finding.Scene, share))],
                [],
                finding.Go("risks.button", Views.Risks));
        }
    }

    private static string Share(Scene scene, RiskShare share) => Wording.Line(
        share.Risk is { } risk ? scene.Texts.Say("risks.risk", ("risk", scene.Texts.Number(risk))) : scene.Texts["brief.riskUnknown"],
        scene.Count("list.customers", share.Customers),
        share.Revenue.IsNone ? null : scene.Amount(share.Revenue));
}
