using System.Collections.Immutable;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Findings;

/// <summary>Asks whether two bugs are one: those that sound alike, and any two that the person chooses.</summary>
internal static class TwinView
{
    /// <summary>Two bugs that sound alike, and whether they are one; the list of bugs if there are no such two any more.</summary>
    /// <param name="finding">What the view is made from.</param>
    /// <param name="reference">A bug that is to be one of them; empty for any.</param>
    public static Reply? Proposal(Finding finding, string reference)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var bugs = BugList.Of(finding.Book);
        var only = bugs.Find(reference)?.Ref;
        if (reference.Length > 0 && only is null)
            return null;
        ImmutableArray<DuplicateProposal> open = [.. bugs.Proposals.Where(proposal => only is null || proposal.Ref == only || proposal.Into == only)];
        if (open is not [var first, ..])
            return only is null ? BugListView.Board(finding, 1) : BugView.Brief(finding, only, 1);
        CardAction Decide(string verb) => CardAction.Of(verb, (DataKeys.Subject, first.Ref), (DataKeys.Other, first.Into), (DataKeys.View, finding.View));
        return new Reply.Board(
            texts["bugs.proposals"],
            finding.Notice?.Text,
            texts["bugs.proposalsLead"],
            [new BoardSection("", [.. new[] { first.Into, first.Ref }.Select(bug => BugListView.Row(scene, bugs.Find(bug)!, CardAction.Show(Views.Bug(bug))))])],
            open.Length == 1 ? null : texts.Say("bugs.proposalsLeft", ("count", texts.Number(open.Length))),
            [
                new Button(texts["bugs.same"], Decide(Verbs.Merge)),
                new Button(texts["bugs.different"], Decide(Verbs.Apart)),
                .. finding.Buttons([], finding.Go("bugs.button", Views.Bugs)),
            ]);
    }

    /// <summary>A page of the bugs that a bug may be the same as, those that resemble it most first; null if there is no such bug.</summary>
    public static Reply? Choice(Finding finding, string reference, int page)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var bugs = BugList.Of(finding.Book);
        if (bugs.Find(reference) is not { } group)
            return null;
        var title = Title.Of(group.Title);
        BugGroup[] others =
        [
            .. bugs.Groups.Where(other => other.Ref != group.Ref).OrderByDescending(other => other.Bugs.Max(bug => title.Resemblance(Title.Of(bug.Title)))),
        ];
        var shown = ListPage.Of(scene, others, page, Views.SameAs(group.Ref));
        return new Reply.Board(
            texts["bugs.merge"],
            finding.Notice?.Text,
            texts.Say("bugs.mergeChoose", ("bug", group.Title)),
            [new BoardSection("", [.. shown.Items.Select(other => BugListView.Row(scene, other, Merge(group, other)))])],
            shown.Text,
            finding.Buttons(shown.Buttons, new Button(texts["list.back"], CardAction.Show(Views.Bug(group.Ref)))));
    }

    private static CardAction Merge(BugGroup group, BugGroup into) =>
        CardAction.Of(Verbs.Merge, (DataKeys.Subject, group.Ref), (DataKeys.Other, into.Ref), (DataKeys.View, Views.Bug(into.Ref)));
}
