using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Fieldwork;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Rollups;
using CtoBot.Core.Rollups.Briefs;

namespace CtoBot.Core.Fieldwork;

/// <summary>The briefs for the person's own organisation and for each direct report: the bugs, what is said of engineering and of the product.</summary>
internal static class TeamBriefCards
{
    /// <summary>For a direct report. What others of the team can do is none of their concern.</summary>
    public static Reply Report(Finding finding, string slug)
    {
        var brief = BriefMaker.Engineering(finding.Book);
        return BriefCards.Meeting(finding, BookFlows.Report, slug, [], Facts(finding.Scene, brief), Sections(finding, brief));
    }

    /// <summary>For the whole, with the notes on each of the reports.</summary>
    public static Reply OwnTeam(Finding finding)
    {
        var texts = finding.Scene.Texts;
        var brief = BriefMaker.Engineering(finding.Book);
        (string Name, string Slug)[] reports = [.. SetupAnswers.Names(finding.State, "reports").Select(name => (name, MeetingRules.SlugOf(name))).Where(report => report.Item2.Length > 0)];
        return BriefCards.Page(
            finding,
            texts["meeting." + BriefCards.OwnTeam],
            reports.Select(report => report.Name),
            Facts(finding.Scene, brief),
            [.. Sections(finding, brief), .. reports.Select((report, index) => Report(finding, index == 0 ? texts["brief.reports"] : "", report.Slug, report.Name))],
            reports.Length == 0 ? [new Button(texts["meeting.noReports"], CardAction.Show(Views.Setup))] : []);
    }

    private static IEnumerable<BriefFact> Facts(Scene scene, EngineeringBrief brief)
    {
        var bugs = brief.Bugs.Groups;
        return
        [
            .. BriefCards.Marks(scene, scene.Texts["brief.marks"], brief.Engineering),
            new BriefFact(scene.Texts["bugs.button"], Wording.Line(
                scene.Texts.Number(bugs.Length),
                bugs.Count(group => group.Worst is Severity.Blocker) is > 0 and var blockers ? scene.Texts.Say("brief.blockers", ("count", scene.Texts.Number(blockers))) : null)),
        ];
    }

    private static IEnumerable<BriefSection> Sections(Finding finding, EngineeringBrief brief)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var bugs = brief.Bugs.Groups;
        return
        [
            new BriefSection(
                texts["brief.bugs"],
                bugs.IsEmpty ? [texts["brief.bugsNone"]] : bugs.Length <= BriefWords.Most ? [] : [texts.Say("brief.some", ("shown", texts.Number(BriefWords.Most)), ("count", texts.Number(bugs.Length)))],
                [.. bugs.Take(BriefWords.Most).Select(group => Bug(scene, group))],
                [],
                finding.Go("bugs.button", Views.Bugs)),
            BriefWords.About(finding, scene.Function(Functions.Engineering)!, brief.Engineering),
            BriefWords.Section(finding, scene.Function(Functions.Product)!, [.. BriefWords.Quoted(finding, brief.ProductQuotes)], finding.Go("debrief.listButton", Views.Debriefs)),
        ];
    }

    private static string Bug(Scene scene, BugGroup group) => Wording.Line(
        scene.Texts.Say("brief.bugLine", ("bug", group.Title), ("customers", BriefCards.Names(scene, group.Customers))),
        scene.Severity(group.Worst));

    private static BriefSection Report(Finding finding, string heading, string slug, string name)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        var meets = finding.Book.Reports.FirstOrDefault(report => report.Slug == slug)?.Meets;
        return new BriefSection(
            heading,
            [],
            [meets is { } rating ? texts.Say("brief.reportLine", ("person", name), ("rating", texts.Number(rating))) : texts.Say("brief.reportNone", ("person", name))],
            [],
            new Button(texts.Say("meeting.notesOn", ("meeting", name)), MeetingCards.Takes(scene, finding.State, BookFlows.Report, slug)));
    }
}
