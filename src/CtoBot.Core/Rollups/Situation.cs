using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups;

/// <summary>The situation in numbers.</summary>
/// <param name="Customers">How many customers count.</param>
/// <param name="Seen">How many of them have a visit with a debrief.</param>
/// <param name="VisitsDone">How many visits have a debrief, finished or not.</param>
/// <param name="VisitsPlanned">How many visits have none yet.</param>
/// <param name="Revenue">What all customers pay a year.</param>
/// <param name="ByRisk">The customers and their revenue by latest risk: 5, 4, 3, 2, 1, then those without; all six, also where there is nobody.</param>
/// <param name="AverageRisk">The average of the customers' latest risks, to one decimal; null without any.</param>
/// <param name="Functions">The figures of the functions, in the order of <see cref="Core.Customers.Functions.All"/>.</param>
/// <param name="Bugs">How many bugs, those that are the same counted once.</param>
/// <param name="Blockers">How many of them are blockers to somebody.</param>
/// <param name="Deals">What the must-close deals are worth.</param>
/// <param name="DealsOnBugs">What those are worth that depend on a bug.</param>
/// <param name="PromisesOpen">How many promises and next steps are open, the overdue ones included.</param>
/// <param name="PromisesOverdue">How many are overdue.</param>
public sealed record Situation(
    int Customers,
    int Seen,
    int VisitsDone,
    int VisitsPlanned,
    MoneyTotal Revenue,
    ImmutableArray<RiskShare> ByRisk,
    decimal? AverageRisk,
    ImmutableArray<FunctionFigures> Functions,
    int Bugs,
    int Blockers,
    MoneyTotal Deals,
    MoneyTotal DealsOnBugs,
    int PromisesOpen,
    int PromisesOverdue)
{
    /// <summary>The revenue of the customers whose risk is <see cref="RiskBoard.High"/> or above.</summary>
    public MoneyTotal RevenueAtRisk { get; } = MoneyTotal.Of(
        ByRisk.Where(share => share.Risk >= RiskBoard.High).SelectMany(share => share.Revenue.Amounts).Select(amount => (Reading.Money?)amount));

    /// <summary>Computes the situation.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="today">The person's date.</param>
    public static Situation Of(Book book, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(book);
        var board = RiskBoard.Of(book).Lines;
        var bugs = BugList.Of(book);
        var deals = DealList.Of(book, bugs);
        var promises = PromiseList.Of(book, today);
        var debriefed = book.Counted.Select(debrief => debrief.VisitId).ToHashSet(StringComparer.Ordinal);
        return new Situation(
            board.Length,
            board.Count(line => line.Debriefs > 0),
            debriefed.Count,
            book.Visits.Count(visit => visit.Customer is { Archived: false } && !debriefed.Contains(visit.Id)),
            MoneyTotal.Of(board.Select(line => line.Revenue)),
            RiskShare.All(board),
            Rounding.Average(board.Select(line => line.Risk).OfType<int>()),
            [.. ServiceMatrix.Of(book).Functions.Select(function => function.Figures)],
            bugs.Groups.Length,
            bugs.Groups.Count(group => group.Worst is Severity.Blocker),
            deals.Total,
            deals.OnBugs,
            promises.Count(PromiseState.Open) + promises.Count(PromiseState.Overdue),
            promises.Count(PromiseState.Overdue));
    }
}

/// <summary>The customers of one risk.</summary>
/// <param name="Risk">1 to 5, or null for those of whom none was said.</param>
/// <param name="Customers">How many.</param>
/// <param name="Revenue">What they pay a year.</param>
public sealed record RiskShare(int? Risk, int Customers, MoneyTotal Revenue)
{
    internal static ImmutableArray<RiskShare> All(ImmutableArray<RiskLine> board) =>
    [
        .. new int?[] { 5, 4, 3, 2, 1, null }
            .Select(risk => board.Where(line => line.Risk == risk).ToList() is var lines
                ? new RiskShare(risk, lines.Count, MoneyTotal.Of(lines.Select(line => line.Revenue)))
                : null)
            .OfType<RiskShare>(),
    ];
}
