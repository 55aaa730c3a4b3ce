using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups;

/// <summary>A bug, with everybody who told of it.</summary>
/// <param name="Ref">The reference of the bug that the others were merged into; what a bug is merged into it by, and a deal names.</param>
/// <param name="Title">That bug's title.</param>
/// <param name="Bugs">Every telling, in the order heard.</param>
/// <param name="Customers">The customers hit, each once, in the order heard.</param>
/// <param name="Revenue">What these customers pay a year together: the revenue at stake.</param>
/// <param name="Worst">The worst severity anybody gave, or null.</param>
/// <param name="Oldest">Since when, by the earliest date anybody gave, otherwise the day it was first heard of.</param>
public sealed record BugGroup(
    string Ref,
    string Title,
    ImmutableArray<Bug> Bugs,
    ImmutableArray<CustomerName> Customers,
    MoneyTotal Revenue,
    Severity? Worst,
    LocalDate Oldest)
{
    internal static BugGroup Of(Book book, ImmutableArray<Bug> bugs)
    {
        // Merged in a circle, none of them leads: the first heard does.
        var leader = bugs.FirstOrDefault(bug => bug.Same is null || bug.Same == bug.Ref) ?? bugs[0];
        var customers = bugs
            .Select(bug => bug.Source.CustomerId)
            .Distinct()
            .Select(book.Find)
            .OfType<Customer>()
            .ToList();
        return new BugGroup(
            leader.Ref,
            leader.Title,
            bugs,
            [.. customers.Select(CustomerName.Of)],
            MoneyTotal.Of(customers.Select(customer => customer.Revenue)),
            bugs.Max(bug => bug.Severity),
            bugs.Min(bug => bug.Since ?? bug.Source.On));
    }
}
