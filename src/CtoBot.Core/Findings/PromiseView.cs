using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Core.Findings;

/// <summary>What was promised, and the person's next steps.</summary>
internal static class PromiseView
{
    /// <summary>A page of what is open, or of what is settled.</summary>
    public static Reply Board(Finding finding, bool settled, int page)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var all = PromiseList.Of(finding.Book, scene.Today);
        if (all.Lines.IsEmpty)
            return finding.Empty("promises", finding.ToDebriefs);
        PromiseLine[] lines = [.. all.Lines.Where(line => IsSettled(line.State) == settled)];
        var shown = ListPage.Of(scene, lines, page, settled ? Views.SettledPromises : Views.Promises);
        var others = all.Lines.Length - lines.Length;
        return new Reply.Board(
            texts["promises.title"],
            finding.Notice?.Text,
            Lead(scene, all) + (lines.Length > 0 || settled ? "" : "\n" + texts["promises.noneOpen"]),
            [.. Sections(finding, shown.Items)],
            shown.Text,
            finding.Buttons(
                shown.Buttons,
                others == 0 ? []
                : settled ? [finding.Go("promises.showOpen", Views.Promises)]
                : [new Button(texts.Say("promises.showSettled", ("count", texts.Number(others))), CardAction.Show(Views.SettledPromises))]));
    }

    /// <summary>One promise in full; null if there is none of that key.</summary>
    public static Reply? Brief(Finding finding, string key)
    {
        var (scene, texts) = (finding.Scene, finding.Scene.Texts);
        if (PromiseList.Of(finding.Book, scene.Today).Lines.FirstOrDefault(line => PromiseChange.KeyOf(line.Promise) == key) is not { Promise: var promise } line)
            return null;
        Button Mark(string label, string mark) => new(texts[label], PromiseChange.Action(promise, mark, finding.View));
        return new Reply.Brief(
            promise.What,
            finding.Notice?.Text,
            null,
            [
                new(texts["promises.headState"], State(scene, line)),
                new(texts["promises.headDue"], promise.Due is { } due ? scene.Date(due) : texts["promises.noDate"]),
                .. Who(scene, promise) is { } who ? new[] { new BriefFact(texts["promises.headWho"], who) } : [],
                new(texts["promises.headFrom"], From(finding, promise)),
            ],
            [],
            finding.Buttons(
                [],
                [
                    .. IsSettled(line.State)
                        ? new[] { Mark("promises.reopen", PromiseChange.Open) }
                        : [Mark("promises.markKept", PromiseChange.Kept), Mark("promises.markBroken", PromiseChange.Broken)],
                    finding.Go("promises.button", Views.Promises),
                ]));
    }

    private static bool IsSettled(PromiseState state) => state is PromiseState.Kept or PromiseState.Broken;

    private static string Lead(Scene scene, PromiseList all)
    {
        (string, string) Count(string name, PromiseState state) => (name, scene.Texts.Number(all.Count(state)));
        return scene.Texts.Say(
            "promises.figures",
            Count("open", PromiseState.Open),
            Count("overdue", PromiseState.Overdue),
            Count("kept", PromiseState.Kept),
            Count("broken", PromiseState.Broken));
    }

    private static IEnumerable<BoardSection> Sections(Finding finding, ImmutableArray<PromiseLine> lines) =>
        from line in lines
        group line by line.State into same
        select new BoardSection(finding.Scene.Texts[Key(same.Key)], [.. same.Select(line => Row(finding, line))]);

    private static string Key(PromiseState state) => "promises." + state.ToString().ToLowerInvariant();

    private static BoardRow Row(Finding finding, PromiseLine line)
    {
        var (scene, promise) = (finding.Scene, line.Promise);
        var settled = IsSettled(line.State);
        return new BoardRow(
            FigureOf(line.State),
            promise.What,
            [.. Wording.Lines(
                Wording.Line(State(scene, line), promise.Kind == PromiseKind.Next ? scene.Texts["promises.next"] : promise.Source.Who),
                From(finding, promise))],
            new Button(scene.Texts[settled ? "promises.reopen" : "promises.markKept"], PromiseChange.Action(promise, settled ? PromiseChange.Open : PromiseChange.Kept, finding.View)),
            CardAction.Show(Views.Promise(PromiseChange.KeyOf(promise))),
            settled);
    }

    private static Figure FigureOf(PromiseState state) => state switch
    {
        PromiseState.Kept => new Figure("☑", Tone.Good),
        PromiseState.Broken => new Figure("✖", Tone.Attention),
        PromiseState.Overdue => new Figure("☐", Tone.Attention),
        _ => new Figure("☐"),
    };

    private static string State(Scene scene, PromiseLine line)
    {
        var (texts, promise) = (scene.Texts, line.Promise);
        return line.State switch
        {
            PromiseState.Kept => texts.Say("promises.keptOn", ("date", scene.Date(promise.Kept!.Value))),
            PromiseState.Broken => texts["promises.broken"],
            _ => promise.Due is { } due ? ByWhen(scene, due) : texts["promises.noDate"],
        };
    }

    /// <summary>By when, or since when it is overdue.</summary>
    public static string ByWhen(Scene scene, LocalDate due)
    {
        var texts = scene.Texts;
        return Period.DaysBetween(due, scene.Today) switch
        {
            1 => texts["promises.overdueDay"],
            0 => texts["promises.dueToday"],
            > 0 and var days => texts.Say("promises.overdueDays", ("days", texts.Number(days))),
            _ => texts.Say("promises.due", ("date", scene.Date(due))),
        };
    }

    private static string? Who(Scene scene, Promise promise) =>
        promise.Kind == PromiseKind.Next ? scene.Texts["promises.you"] : promise.Source.Who;

    /// <summary>Where and when it was given.</summary>
    public static string From(Finding finding, Promise promise) => finding.Scene.From(finding.State, promise.Source with { Who = null });
}
