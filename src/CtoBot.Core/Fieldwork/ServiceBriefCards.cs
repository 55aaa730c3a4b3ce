using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Findings;
using CtoBot.Core.Flows.Setup;
using CtoBot.Core.Rollups;
using CtoBot.Core.Rollups.Briefs;

namespace CtoBot.Core.Fieldwork;

/// <summary>The briefs for the head of customer support and the head of professional services.</summary>
internal static class ServiceBriefCards
{
    /// <summary>For support: its marks, the escalations that nobody answered, and what is said of it.</summary>
    public static Reply Support(Finding finding)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var brief = BriefMaker.Support(finding.Book);
        var waiting = brief.Escalations
            .Where(said => said.Source is { CustomerId: not null, Customer: not null })
            .Select(said => new CustomerName(said.Source.CustomerId!, said.Source.Customer!))
            .Distinct()
            .ToImmutableArray();
        return BriefCards.Meeting(
            finding,
            BookFlows.Support,
            "",
            SetupAnswers.Names(finding.State, "supportHead"),
            [
                .. BriefCards.Marks(scene, texts["brief.marks"], brief.Support),
                .. waiting.IsEmpty ? [] : new[] { new BriefFact(texts["brief.escalations"], BriefCards.Names(scene, waiting)) },
            ],
            [
                .. brief.Escalations.IsEmpty ? [] : new[] { Escalations(finding, brief.Escalations) },
                BriefWords.About(finding, texts["brief.said"], brief.Support),
            ]);
    }

    /// <summary>For services: what is said of deployment and of training.</summary>
    public static Reply Services(Finding finding)
    {
        var scene = finding.Scene;
        var brief = BriefMaker.Services(finding.Book);
        FunctionSummary[] functions = [brief.Services, brief.Training];
        return BriefCards.Meeting(
            finding,
            BookFlows.Services,
            "",
            SetupAnswers.Names(finding.State, "servicesHead"),
            functions.SelectMany(function => BriefCards.Marks(scene, scene.Function(function.Function)!, function)),
            functions.Select(function => BriefWords.About(finding, scene.Function(function.Function)!, function)));
    }

    private static BriefSection Escalations(Finding finding, ImmutableArray<Said> escalations) => BriefWords.Section(
        finding,
        finding.Scene.Texts["brief.escalations"],
        [.. escalations.Select(said => BriefWords.Said(finding, said, "escalations"))],
        finding.Go("debrief.listButton", Views.Debriefs));
}
