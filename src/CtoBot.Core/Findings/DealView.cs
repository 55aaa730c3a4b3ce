using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Core.Findings;

/// <summary>The must-close deals, and the bugs that they hang on.</summary>
internal static class DealView
{
    /// <summary>A deal that closes within so many days is told in days.</summary>
    private const int Soon = 60;

    /// <summary>A page of the deals: those that hang on a bug first.</summary>
    public static Reply Board(Finding finding, int page)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var deals = DealList.Of(finding.Book, BugList.Of(finding.Book));
        var notes = new Button(texts["deals.notes"], CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Sales), (DataKeys.View, Views.Deals)));
        if (deals.Lines.IsEmpty)
            return finding.Empty("deals", notes);
        var shown = ListPage.Of(scene, [.. deals.Lines.OrderBy(line => line.Deal.Bug is null)], page, Views.Deals);
        return new Reply.Board(
            texts["deals.title"],
            finding.Notice?.Text,
            Lead(scene, deals),
            [.. from line in shown.Items
                group line by line.Deal.Bug is null into same
                select new BoardSection(texts[same.Key ? "deals.others" : "deals.onBugs"], [.. same.Select(line => Row(scene, line))])],
            shown.Text,
            finding.Buttons(shown.Buttons, notes, finding.Go("room.button", Views.Room)));
    }

    /// <summary>A deal on one line.</summary>
    public static string Short(Scene scene, DealLine line) => Wording.Line(line.Deal.Name, CustomerOf(line), Amount(scene, line.Deal), Close(scene, line.Deal));

    private static string Lead(Scene scene, DealList deals)
    {
        var texts = scene.Texts;
        return string.Join('\n', Wording.Lines(
            Wording.Line(
                scene.Count("list.deals", deals.Lines.Length),
                deals.Total.IsNone ? null : texts.Say("deals.total", ("amount", scene.Amount(deals.Total))),
                deals.OnBugs.IsNone ? null : texts.Say("deals.totalOnBugs", ("amount", scene.Amount(deals.OnBugs)))),
            deals.Lines.All(line => line.Deal.Bug is null) ? texts["deals.noneOnBugs"] : null,
            deals.Total.Amounts.Length > 1 ? texts["deals.currencies"] : null));
    }

    private static BoardRow Row(Scene scene, DealLine line) => new(
        new Figure(""),
        line.Deal.Name,
        [.. Wording.Lines(
            Wording.Line(CustomerOf(line), Amount(scene, line.Deal), Close(scene, line.Deal)),
            line.Deal.Needs is { } needs ? scene.Texts.Say("deals.needs", ("what", needs)) : null,
            HangsOn(scene, line))],
        Open: line.Bug is { } bug ? CardAction.Show(Views.Bug(bug.Ref)) : null);

    private static string? CustomerOf(DealLine line) => line.Customer?.Name ?? line.Deal.CustomerText;

    private static string Amount(Scene scene, Deal deal) => deal.Amount is { } amount ? scene.Amount(amount) : scene.Texts["deals.amountUnknown"];

    private static string? Close(Scene scene, Deal deal)
    {
        var texts = scene.Texts;
        if (deal.Close is not { } date)
            return null;
        return Period.DaysBetween(scene.Today, date) switch
        {
            < 0 => texts.Say("deals.closePassed", ("date", scene.Date(date))),
            > 1 and <= Soon and var days => texts.Say("deals.closeDays", ("days", texts.Number(days))),
            _ => texts.Say("deals.closes", ("date", scene.Date(date))),
        };
    }

    /// <summary>The bug that a deal hangs on, or null.</summary>
    public static string? HangsOn(Scene scene, DealLine line) => line switch
    {
        { Bug: { Customers: > 1 } bug } => scene.Texts.Say("deals.hangsOnShared", ("bug", bug.Title), ("count", scene.Texts.Number(bug.Customers))),
        { Bug: { } bug } => scene.Texts.Say("deals.hangsOn", ("bug", bug.Title)),
        { Deal.Bug: not null } => scene.Texts["bugs.gone"],
        _ => null,
    };
}
