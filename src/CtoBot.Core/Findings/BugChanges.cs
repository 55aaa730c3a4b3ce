using CtoBot.Core.Customers;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;
using CtoBot.Core.State;

namespace CtoBot.Core.Findings;

/// <summary>What a person says of bugs: that two are one, or not.</summary>
internal static class BugChanges
{
    /// <summary>Makes one bug of two.</summary>
    public static Outcome Merge(Scene scene, PersonState state, CardAction action)
    {
        var bugs = BugList.Of(Finding.BookOf(scene, state));
        if (bugs.Find(action[DataKeys.Subject]) is not { } group || bugs.Find(action[DataKeys.Other]) is not { } into)
            return Gone(scene, state);
        if (group == into)
            return FindingViews.After(scene, state, action[DataKeys.View], null);
        // What hung on a bug that is no longer there comes along.
        var leaders = group.Bugs.Where(bug => bug.Ref == group.Ref || (bug.Same is not null && bugs.Find(bug.Same) is null));
        var merged = LineChange.Make(scene, state, leaders.Select(bug => Change(bug, RowCells.Same, into.Ref)), "undo.merge", into.Title);
        var customers = group.Customers.Union(into.Customers).Count();
        return Say(scene, state, merged, action, scene.Texts.Say("bugs.merged", ("bug", into.Title), ("customers", scene.Count("bugs.customers", customers))));
    }

    /// <summary>Remembers that two bugs are not one.</summary>
    public static Outcome Apart(Scene scene, PersonState state, CardAction action)
    {
        var bugs = BugList.Of(Finding.BookOf(scene, state));
        if (bugs.Find(action[DataKeys.Subject]) is not { } group || bugs.Find(action[DataKeys.Other]) is not { } other)
            return Gone(scene, state);
        if (group == other)
            return FindingViews.After(scene, state, action[DataKeys.View], null);
        var leader = group.Bugs.First(bug => bug.Ref == group.Ref);
        var kept = LineChange.Make(scene, state, [NotSame(leader, other.Ref)], "undo.apart", group.Title);
        return Say(scene, state, kept, action, scene.Texts["bugs.keptApart"]);
    }

    /// <summary>Takes a bug out of those that it was merged with, and remembers that it is another.</summary>
    public static Outcome Split(Scene scene, PersonState state, CardAction action)
    {
        var bugs = BugList.Of(Finding.BookOf(scene, state));
        var reference = action[DataKeys.Subject];
        if (bugs.Find(reference) is not { } group)
            return Gone(scene, state);
        if (group.Bugs.Length == 1)
            return FindingViews.After(scene, state, action[DataKeys.View], null);
        var split = group.Bugs.First(bug => bug.Ref == reference);
        Bug[] rest = [.. group.Bugs.Where(bug => bug != split)];
        var leader = rest.FirstOrDefault(bug => bug.Ref == group.Ref) ?? rest[0];
        // What hung on the bug that goes, or on one that is no longer there, hangs on the leader now.
        var loose = rest.Where(bug => bug != leader && (bug.Same is null || bug.Same == reference || bugs.Find(bug.Same) is null));
        var apart = LineChange.Make(
            scene,
            state,
            [Change(split, RowCells.Same, null), NotSame(split, leader.Ref), Change(leader, RowCells.Same, null), .. loose.Select(bug => Change(bug, RowCells.Same, leader.Ref))],
            "undo.split",
            split.Title);
        return Say(scene, state, apart, action, scene.Texts.Say("bugs.splitDone", ("first", leader.Title), ("second", split.Title)));
    }

    private static LineChange NotSame(Bug bug, string other) => Change(bug, RowCells.Apart, string.Join(' ', bug.Apart.Append(other).Distinct()));

    private static LineChange Change(Bug bug, string cell, string? value)
    {
        var slash = bug.Ref.LastIndexOf('/');
        return new LineChange(bug.Source.Flow, bug.Source.Subject, "bugs", bug.Ref[(slash + 1)..], cell, value);
    }

    private static Outcome Say(Scene scene, PersonState before, PersonState after, CardAction action, string text) =>
        FindingViews.After(scene, after, action[DataKeys.View], Notice.Change(text, before, after));

    private static Outcome Gone(Scene scene, PersonState state) => FindingViews.After(scene, state, Views.Bugs, scene.Texts["bugs.gone"]);
}
