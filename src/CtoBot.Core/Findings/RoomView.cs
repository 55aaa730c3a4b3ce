using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Rollups;

namespace CtoBot.Core.Findings;

/// <summary>The room to act: what can be spent, against what was found.</summary>
internal static class RoomView
{
    /// <summary>The worksheet.</summary>
    public static Reply Brief(Finding finding)
    {
        var scene = finding.Scene;
        var texts = scene.Texts;
        var book = finding.Book;
        var room = Room.Of(book, DealList.Of(book, BugList.Of(book)), ServiceMatrix.Of(book));
        var notes = new Button(texts["room.notes"], CardAction.Of(Verbs.Open, (DataKeys.Flow, BookFlows.Cfo), (DataKeys.View, Views.Room)));
        if (room is { Lines.IsEmpty: true, Costs.IsEmpty: true })
            return finding.Empty("room", notes, finding.Go("deals.button", Views.Deals));
        return new Reply.Brief(
            texts["room.title"],
            finding.Notice?.Text,
            Lead(scene, room),
            [.. Facts(scene, room)],
            [.. Sections(scene, book, room)],
            finding.Buttons([], notes, finding.Go("deals.button", Views.Deals)));
    }

    /// <summary>What there is, what of it is free, and what the costs found leave of it.</summary>
    public static IEnumerable<BriefFact> Facts(Scene scene, Room room)
    {
        var texts = scene.Texts;
        yield return new(texts["room.headAmount"], Known(scene, room.Budget));
        yield return new(texts["room.headCommitted"], Known(scene, room.Committed));
        yield return new(texts["room.headFree"], Known(scene, room.Free));
        yield return new(texts["room.headCosts"], Known(scene, room.Cost));
        yield return new(texts["room.headLeft"], Known(scene, room.Left));
    }

    /// <summary>Line by line: the budget, what stands against it, what a cure would cost, the gaps. Those of which nothing is known are left out.</summary>
    public static IEnumerable<BriefSection> Sections(Scene scene, Book book, Room room) =>
        new[] { Budget(scene, room), Against(scene, book, room), Costs(scene, room), Gaps(scene, room) }.OfType<BriefSection>();

    private static string Lead(Scene scene, Room room)
    {
        var texts = scene.Texts;
        var over = new MoneyTotal([.. room.Left.Amounts.Where(amount => amount.Amount < 0).Select(amount => amount with { Amount = -amount.Amount })]);
        return texts.Sentences(
            texts["room.lead"],
            room.Left.IsNone ? null : over.IsNone ? texts["room.enough"] : texts.Say("room.short", ("amount", scene.Amount(over))),
            room.Left.Amounts.Length > 1 ? texts["room.currencies"] : null);
    }

    private static BriefSection? Budget(Scene scene, Room room) => room.Lines.IsEmpty ? null : new BriefSection(
        scene.Texts["room.budget"],
        [],
        [.. room.Lines.Select(line => line.Budget.Amount is { } amount
            ? scene.Texts.Say("room.line", ("line", line.Budget.Line), ("amount", scene.Amount(amount)), ("free", scene.Amount(line.Free)))
            : scene.Texts.Say("room.lineUnknown", ("line", line.Budget.Line)))],
        []);

    private static BriefSection? Against(Scene scene, Book book, Room room)
    {
        var texts = scene.Texts;
        var atRisk = MoneyTotal.Of(RiskBoard.Of(book).Lines.Where(line => line.Risk >= RiskBoard.High).Select(line => line.Revenue));
        ImmutableArray<string> points =
        [
            .. Wording.Lines(
                room.Deals.Total.IsNone ? null : texts.Say("room.dealsTotal", ("amount", scene.Amount(room.Deals.Total))),
                room.Deals.OnBugs.IsNone ? null : texts.Say("room.dealsOnBugs", ("amount", scene.Amount(room.Deals.OnBugs))),
                atRisk.IsNone ? null : texts.Say("room.atRisk", ("amount", scene.Amount(atRisk)))),
        ];
        return points.IsEmpty ? null : new BriefSection(texts["room.against"], [], points, []);
    }

    private static BriefSection? Costs(Scene scene, Room room) => room.Costs.IsEmpty ? null : new BriefSection(
        scene.Texts["room.costs"],
        [],
        [
            .. room.Costs.OrderBy(cost => cost.Kind).Select(cost => scene.Texts.Say(
                "room.cost",
                ("kind", scene.Texts["room.costs" + cost.Kind]),
                ("what", cost.What),
                ("amount", cost.Amount is { } amount ? scene.Amount(amount) : scene.Texts["room.costUnknown"]))),
        ],
        []);

    private static BriefSection? Gaps(Scene scene, Room room)
    {
        if (room.LowRated.IsEmpty && room.ServicesGaps is null)
            return null;
        return new BriefSection(
            scene.Texts["room.gaps"],
            [],
            [
                .. room.LowRated.Select(figures => scene.Texts.Say(
                    "room.low",
                    ("function", scene.Function(figures.Function)!),
                    ("rating", scene.Average(figures.Average!.Value)),
                    ("customers", scene.Count("list.customers", figures.LowRatings)))),
                .. room.ServicesGaps is { } gaps ? [scene.Texts.Say("room.gapFrom", ("source", scene.Texts["meeting.services"]), ("gap", gaps))] : Array.Empty<string>(),
            ],
            []);
    }

    private static string Known(Scene scene, MoneyTotal total) => total.IsNone ? scene.Texts["list.unknown"] : scene.Amount(total);
}
