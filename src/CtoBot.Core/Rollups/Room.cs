using System.Collections.Immutable;
using CtoBot.Core.Customers;

namespace CtoBot.Core.Rollups;

/// <summary>The room to act: what is free of the budget against what is at stake and what it costs. Sums are a currency at a time.</summary>
/// <param name="Lines">The lines of the budget, as they were written down.</param>
/// <param name="Deals">The must-close deals.</param>
/// <param name="Costs">The costs found, as they were written down.</param>
/// <param name="LowRated">The functions that at least one customer rates low, as figures only: most low ratings first.</param>
/// <param name="ServicesGaps">What is missing in professional services, from the notes of that meeting; or null.</param>
public sealed record Room(
    ImmutableArray<RoomLine> Lines,
    DealList Deals,
    ImmutableArray<Cost> Costs,
    ImmutableArray<FunctionFigures> LowRated,
    string? ServicesGaps)
{
    /// <summary>The whole budget.</summary>
    public MoneyTotal Budget { get; } = MoneyTotal.Of(Lines.Select(line => line.Budget.Amount));

    /// <summary>What of it is committed.</summary>
    public MoneyTotal Committed { get; } = MoneyTotal.Of(Lines.Select(line => line.Budget.Committed));

    /// <summary>All costs found.</summary>
    public MoneyTotal Cost { get; } = MoneyTotal.Of(Costs.Select(cost => cost.Amount));

    /// <summary>What is not committed.</summary>
    public MoneyTotal Free => Budget.Minus(Committed);

    /// <summary>What would be left if all costs found were paid.</summary>
    public MoneyTotal Left => Free.Minus(Cost);

    /// <summary>The costs found of one kind.</summary>
    public MoneyTotal CostOf(CostKind kind) => MoneyTotal.Of(Costs.Where(cost => cost.Kind == kind).Select(cost => cost.Amount));

    /// <summary>Computes the worksheet.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="deals">The same book's deals.</param>
    /// <param name="services">The same book's service matrix.</param>
    public static Room Of(Book book, DealList deals, ServiceMatrix services)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(services);
        return new Room(
            [.. (book.Cfo?.Budget ?? []).Select(line => new RoomLine(line))],
            deals,
            book.Cfo?.Costs ?? [],
            [.. services.Functions.Select(function => function.Figures).Where(figures => figures.LowRatings > 0).OrderByDescending(figures => figures.LowRatings)],
            book.Services?.Gaps);
    }
}

/// <summary>A line of the budget and what is free of it.</summary>
/// <param name="Budget">The line.</param>
public sealed record RoomLine(BudgetLine Budget)
{
    /// <summary>What is not committed.</summary>
    public MoneyTotal Free { get; } = MoneyTotal.Of(Budget.Amount).Minus(MoneyTotal.Of(Budget.Committed));
}
