using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Findings;

/// <summary>One bug: what each customer says of it, and what hangs on it.</summary>
internal static class BugView
{
    /// <summary>A page of what customers say of a bug; null if there is no such bug.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="reference">See <see cref="Bug.Ref"/>.</param>
    /// <param name="page">Which page.</param>
    public static Reply? Brief(Finding finding, string reference, int page)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var bugs = BugList.Of(finding.Book);
        if (bugs.Find(reference) is not { } group)
            return null;
        var shown = ListPage.Of(scene, group.Bugs, page, Views.Bug(group.Ref));
        var twins = bugs.Proposals.Count(proposal => proposal.Ref == group.Ref || proposal.Into == group.Ref);
        return new Reply.Brief(
            group.Title,
            finding.Notice?.Text,
            shown.Text,
            Facts(scene, group),
            [.. Deals(scene, DealList.Of(finding.Book, bugs), group), .. shown.Items.Select(bug => Told(finding, group, bug))],
            finding.Buttons(
                shown.Buttons,
                [
                    .. twins == 0 ? [] : new[] { new Button(texts.Say("bugs.twins", ("count", texts.Number(twins))), CardAction.Show(Views.TwinsOf(group.Ref))) },
                    .. bugs.Groups.Length == 1 ? [] : new[] { finding.Go("bugs.merge", Views.SameAs(group.Ref)) },
                    finding.Go("bugs.button", Views.Bugs),
                ]));
    }

    private static ImmutableArray<BriefFact> Facts(Scene scene, BugGroup group)
    {
        var texts = scene.Texts;
        return
        [
            new(texts["bugs.headCustomers"], scene.Texts.Number(group.Customers.Length)),
            new(texts["bugs.headRevenue"], group.Revenue.IsNone ? texts["list.unknown"] : scene.Amount(group.Revenue)),
            new(texts["bugs.headSeverity"], scene.Severity(group.Worst) ?? texts["list.unknown"]),
            new(texts["bugs.headSince"], scene.Date(group.Oldest)),
        ];
    }

    private static IEnumerable<BriefSection> Deals(Scene scene, DealList deals, BugGroup group)
    {
        DealLine[] hanging = [.. deals.Lines.Where(line => line.Bug?.Ref == group.Ref)];
        if (hanging.Length > 0)
            yield return new BriefSection(scene.Texts["bugs.deals"], [], [.. hanging.Select(line => DealView.Short(scene, line))], []);
    }

    private static BriefSection Told(Finding finding, BugGroup group, Bug bug)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        return new BriefSection(
            scene.From(finding.State, bug.Source),
            [],
            [.. Wording.Lines(
                bug.Title == group.Title ? null : texts.Say("bugs.namedAs", ("title", bug.Title)),
                Wording.Line(scene.Severity(bug.Severity), bug.Since is { } since ? texts.Say("bugs.since", ("date", scene.Date(since))) : null),
                bug.Blocks is { } blocks ? texts.Say("bugs.blocks", ("what", blocks)) : null,
                bug.Promised is { } promised ? texts.Say("bugs.promised", ("what", promised)) : null)],
            [],
            group.Bugs.Length == 1 ? null : new Button(texts["bugs.split"], CardAction.Of(Verbs.Split, (DataKeys.Subject, bug.Ref), (DataKeys.View, Views.Bug(group.Ref)))));
    }
}
