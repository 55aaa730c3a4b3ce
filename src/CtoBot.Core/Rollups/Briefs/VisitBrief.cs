using System.Collections.Immutable;
using CtoBot.Core.Customers;
using NodaTime;

namespace CtoBot.Core.Rollups.Briefs;

/// <summary>For the person's own visit to a customer.</summary>
/// <param name="Visit">Who, where and when.</param>
/// <param name="Risk">The customer's line of the risk board, with its renewal; null when the customer is unknown or archived.</param>
/// <param name="Earlier">The debriefs of earlier visits to it, oldest first; of all of them while the visit has no day.</param>
/// <param name="Promises">What it was promised and is not settled.</param>
/// <param name="Bugs">Bugs that the customer or others told of, as counts; the customer's own first, then as <see cref="BugList.Groups"/> ranks them.</param>
/// <param name="Functions">How the other customers rate the functions, in the order of <see cref="Customers.Functions.All"/>.</param>
/// <param name="Reasons">Why the other customers might leave, the reason that most of them give first.</param>
public sealed record VisitBrief(
    Visit Visit,
    RiskLine? Risk,
    ImmutableArray<Debrief> Earlier,
    ImmutableArray<PromiseLine> Promises,
    ImmutableArray<BugElsewhere> Bugs,
    ImmutableArray<FunctionFigures> Functions,
    ImmutableArray<ReasonElsewhere> Reasons)
{
    /// <summary>Makes the brief.</summary>
    /// <param name="book">The answers.</param>
    /// <param name="visit">The visit's id.</param>
    /// <param name="today">The person's date.</param>
    /// <returns>The brief, or null when there is no such visit.</returns>
    public static VisitBrief? Of(Book book, string visit, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(book);
        if (book.Visits.FirstOrDefault(candidate => candidate.Id == visit) is not { } planned)
            return null;
        var customer = planned.Customer?.Id;
        var earlier = customer is null ? [] : book.DebriefsOf(customer)
            .Where(debrief => debrief.VisitId != visit && !(debrief.Source.On > planned.Date))
            .ToImmutableArray();
        var board = RiskBoard.Of(book).Lines;
        return new VisitBrief(
            planned,
            board.FirstOrDefault(line => line.Customer.Id == customer),
            earlier,
            [.. PromiseList.Of(earlier.SelectMany(debrief => debrief.Promises), today).Lines.Where(line => line.State is PromiseState.Open or PromiseState.Overdue)],
            [.. BugList.Of(book).Groups.Select(group => BugElsewhere.Of(group, customer)).OrderByDescending(bug => bug.Here)],
            [.. ServiceMatrix.Of(book).Functions.Select(summary => FunctionFigures.Of(summary.Function, summary.Ratings.Where(rating => rating.Customer.Id != customer)))],
            [.. board.Where(line => line.Customer.Id != customer)
                .SelectMany(line => line.Reasons)
                .GroupBy(reason => reason, (reason, given) => new ReasonElsewhere(reason, given.Count()), StringComparer.Ordinal)
                .OrderByDescending(reason => reason.Customers)]);
    }
}

/// <summary>A bug and how far it is spread, without telling who told of it.</summary>
/// <param name="Ref">The group's reference.</param>
/// <param name="Title">Its title.</param>
/// <param name="Here">Whether this customer told of it.</param>
/// <param name="Others">How many other customers told of it.</param>
/// <param name="Worst">The worst severity, or null.</param>
public sealed record BugElsewhere(string Ref, string Title, bool Here, int Others, Severity? Worst)
{
    internal static BugElsewhere Of(BugGroup group, string? customer)
    {
        var here = group.Customers.Any(hit => hit.Id == customer);
        return new(group.Ref, group.Title, here, group.Customers.Length - (here ? 1 : 0), group.Worst);
    }
}

/// <summary>A reason to leave and how many others give it with their latest risk.</summary>
/// <param name="Reason">As in <see cref="Debrief.Reasons"/>.</param>
/// <param name="Customers">How many other customers give it.</param>
public sealed record ReasonElsewhere(string Reason, int Customers);
