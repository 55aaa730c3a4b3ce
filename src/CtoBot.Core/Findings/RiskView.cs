using System.Collections.Immutable;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Core.Findings;

/// <summary>The customers by flight risk.</summary>
internal static class RiskView
{
    /// <summary>A renewal within so many days is told in days.</summary>
    private const int Soon = 60;

    /// <summary>A page of the board.</summary>
    public static Reply Board(Finding finding, int page)
    {
        var scene = finding.Scene;
        var board = RiskBoard.Of(finding.Book).Lines;
        if (board.All(line => line.Risk is null))
            return finding.Empty("risks", finding.ToDebriefs);
        var shown = ListPage.Of(scene, board, page, Views.Risks);
        return new Reply.Board(
            scene.Texts["risks.title"],
            finding.Notice?.Text,
            Lead(scene, board),
            [new BoardSection("", [.. shown.Items.Select(line => Row(scene, line))])],
            shown.Text,
            finding.Buttons(shown.Buttons, finding.Go("bugs.button", Views.Bugs), finding.Go("service.button", Views.Service)));
    }

    /// <summary>How bad a flight risk is.</summary>
    public static Tone ToneOf(int? risk) => risk switch
    {
        null => Tone.Neutral,
        >= RiskBoard.High => Tone.Attention,
        3 => Tone.Warning,
        _ => Tone.Good,
    };

    /// <summary>A flight risk as a figure.</summary>
    public static Figure FigureOf(Scene scene, int? risk) => new(risk is { } said ? scene.Texts.Number(said) : "–", ToneOf(risk));

    private static string Lead(Scene scene, ImmutableArray<RiskLine> board)
    {
        var texts = scene.Texts;
        var high = board.Where(line => line.Risk >= RiskBoard.High).ToArray();
        var atStake = MoneyTotal.Of(high.Select(line => line.Revenue));
        var unmarked = board.Count(line => line.Risk is null);
        return texts.Sentences(
            texts["risks.lead"],
            texts.Say("risks.high", ("count", texts.Number(high.Length)), ("all", texts.Number(board.Length))),
            atStake.IsNone ? null : texts.Say("risks.atStake", ("amount", scene.Amount(atStake))),
            unmarked == 0 ? null : texts.Say("risks.unmarked", ("count", texts.Number(unmarked))),
            atStake.Amounts.Length > 1 ? texts["risks.currencies"] : null);
    }

    private static BoardRow Row(Scene scene, RiskLine line)
    {
        var texts = scene.Texts;
        var level = line.Risk is { } risk ? texts[FormattableString.Invariant($"risks.level{risk}")] : texts["customers.riskUnknown"];
        var seen = line.Source is { } source ? texts.Say("risks.seen", ("date", scene.Date(source.On))) : null;
        var revenue = line.Revenue is { } amount ? texts.Say("risks.revenue", ("amount", scene.Amount(amount))) : texts["risks.revenueUnknown"];
        return new BoardRow(
            FigureOf(scene, line.Risk),
            line.Customer.Name,
            [.. Wording.Lines(
                Wording.Line(level, Change(scene, line), seen),
                Wording.Line(revenue, Renewal(scene, line.Renewal)),
                Wording.Line(line.Reasons.Select(reason => Reason(scene, line, reason))))],
            Open: CardAction.Show(Views.Customer(line.Customer.Id)));
    }

    private static string? Change(Scene scene, RiskLine line)
    {
        if (line.Risk is not { } risk)
            return null;
        if (line.Change is not { } change)
            return scene.Texts["risks.first"];
        return change == 0
            ? scene.Texts["risks.same"]
            : scene.Texts.Say(change > 0 ? "risks.up" : "risks.down", ("before", scene.Texts.Number(risk - change)), ("after", scene.Texts.Number(risk)));
    }

    private static string Renewal(Scene scene, LocalDate? renewal)
    {
        var texts = scene.Texts;
        if (renewal is not { } date)
            return texts["risks.renewalUnknown"];
        return Period.DaysBetween(scene.Today, date) switch
        {
            < 0 => texts.Say("risks.renewalPassed", ("date", scene.Date(date))),
            0 => texts["risks.renewsToday"],
            1 => texts["risks.renewsTomorrow"],
            <= Soon and var days => texts.Say("risks.renewsDays", ("days", texts.Number(days))),
            _ => texts.Say("risks.renews", ("date", scene.Date(date))),
        };
    }

    /// <summary>A reason of the risk, with the name that was given with it.</summary>
    public static string Reason(Scene scene, RiskLine line, string reason) => reason switch
    {
        "competitor" when line.Competitor is { } competitor => scene.Texts.Say("risks.competitor", ("competitor", competitor)),
        "sponsor" when line.Sponsor is { } sponsor => scene.Texts.Say("risks.sponsor", ("sponsor", sponsor)),
        _ => scene.Option("reasons", reason),
    };
}
