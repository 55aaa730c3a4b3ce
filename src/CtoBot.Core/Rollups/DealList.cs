using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups;

/// <summary>The must-close deals.</summary>
/// <param name="Lines">By the day they must be closed (those without last), then by amount in <see cref="Book.MainCurrency"/>, the greatest first.</param>
public sealed record DealList(ImmutableArray<DealLine> Lines)
{
    /// <summary>What all deals are worth.</summary>
    public MoneyTotal Total { get; } = MoneyTotal.Of(Lines.Select(line => line.Deal.Amount));

    /// <summary>What those deals are worth that depend on a bug.</summary>
    public MoneyTotal OnBugs { get; } = MoneyTotal.Of(Lines.Where(line => line.Deal.Bug is not null).Select(line => line.Deal.Amount));

    /// <summary>Computes the list.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="bugs">The same book's bugs.</param>
    public static DealList Of(Book book, BugList bugs)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(bugs);
        return new DealList(
        [
            .. (book.Sales?.Deals ?? [])
                .Select(deal => new DealLine(
                    deal,
                    book.Find(deal.CustomerId) is { } customer ? CustomerName.Of(customer) : null,
                    bugs.Find(deal.Bug) is { } bug ? DealBug.Of(bug) : null))
                .OrderBy(line => line.Deal.Close ?? LocalDate.MaxIsoValue)
                .ThenByDescending(line => MoneyTotal.Of(line.Deal.Amount).In(book.MainCurrency)),
        ]);
    }
}

/// <summary>A deal and what it hangs on.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Customer">The customer, if it is one of the person's list.</param>
/// <param name="Bug">The bug that it depends on; null when it depends on none, or on one that is no longer there (<see cref="Deal.Bug"/> tells).</param>
public sealed record DealLine(Deal Deal, CustomerName? Customer, DealBug? Bug);

/// <summary>A bug that a deal depends on, in short.</summary>
/// <param name="Ref">The group's reference, as in <see cref="BugGroup.Ref"/>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Customers">How many customers it hits.</param>
public sealed record DealBug(string Ref, string Title, int Customers)
{
    internal static DealBug Of(BugGroup group) => new(group.Ref, group.Title, group.Customers.Length);
}
