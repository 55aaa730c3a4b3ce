using CtoBot.Core.Customers;
using CtoBot.Core.Reading;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Findings;

/// <summary>The bugs across customers.</summary>
internal static class BugListView
{
    /// <summary>A page of the list.</summary>
    public static Reply Board(Finding finding, int page)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var bugs = BugList.Of(finding.Book);
        if (bugs.Groups.IsEmpty)
            return finding.Empty("bugs", finding.ToDebriefs);
        var shown = ListPage.Of(scene, bugs.Groups, page, Views.Bugs);
        return new Reply.Board(
            texts["bugs.title"],
            finding.Notice?.Text,
            Lead(scene, bugs),
            [new BoardSection("", [.. shown.Items.Select(group => Row(scene, group, CardAction.Show(Views.Bug(group.Ref))))])],
            shown.Text,
            finding.Buttons(
                shown.Buttons,
                [
                    .. bugs.Proposals.IsEmpty ? [] : new[] { new Button(texts.Say("bugs.twins", ("count", texts.Number(bugs.Proposals.Length))), CardAction.Show(Views.Twins)) },
                    finding.Go("risks.button", Views.Risks),
                ]));
    }

    private static string Lead(Scene scene, BugList bugs)
    {
        var shared = bugs.Groups.Count(group => group.Customers.Length > 1);
        var counts = Wording.Line(scene.Count("list.bugs", bugs.Groups.Length), shared == 0 ? null : scene.Texts.Say("bugs.shared", ("count", scene.Texts.Number(shared))));
        return $"{counts}\n{scene.Texts["bugs.lead"]}";
    }

    /// <summary>The reference of the bug that is meant by words: of those that hold them, or else resemble them, the first; or null.</summary>
    public static string? Closest(BugList bugs, string words)
    {
        var said = Normalise.ForCompare(words);
        var title = Title.Of(words);
        return (bugs.Groups.FirstOrDefault(group => group.Bugs.Any(bug => Normalise.ForCompare(bug.Title).Contains(said, StringComparison.Ordinal)))
            ?? bugs.Groups.FirstOrDefault(group => group.Bugs.Any(bug => title.Resemblance(Title.Of(bug.Title)) >= Title.Enough)))?.Ref;
    }

    /// <summary>A bug in a list: how many customers have it, who they are, and what is at stake.</summary>
    public static BoardRow Row(Scene scene, BugGroup group, CardAction? open) => new(
        new Figure(scene.Texts.Number(group.Customers.Length) + "×", ToneOf(group.Worst)),
        group.Title,
        [.. Wording.Lines(
            scene.Texts.List(group.Customers.Select(customer => customer.Name)),
            Wording.Line(scene.Severity(group.Worst) ?? scene.Texts["bugs.severityUnknown"], scene.Texts.Say("bugs.since", ("date", scene.Date(group.Oldest)))),
            AtStake(scene, group))],
        Open: open);

    private static string? AtStake(Scene scene, BugGroup group) =>
        group.Revenue.IsNone ? null : scene.Texts.Say("bugs.atStake", ("amount", scene.Amount(group.Revenue)));

    private static Tone ToneOf(Severity? severity) => severity switch
    {
        Severity.Blocker => Tone.Attention,
        Severity.Major => Tone.Warning,
        _ => Tone.Neutral,
    };
}
