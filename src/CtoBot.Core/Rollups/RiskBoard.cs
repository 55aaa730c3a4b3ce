using System.Collections.Immutable;
using CtoBot.Core.Customers;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Rollups;

/// <summary>The customers by flight risk.</summary>
/// <param name="Lines">
/// Every customer that counts: the latest risk first (those without one last), then the revenue in <see cref="Book.MainCurrency"/>
/// (a revenue in another currency comes after), then the order of the person's list.
/// </param>
public sealed record RiskBoard(ImmutableArray<RiskLine> Lines)
{
    /// <summary>From this risk on, revenue counts as at risk.</summary>
    public const int High = 4;

    /// <summary>Computes the board.</summary>
    public static RiskBoard Of(Book book)
    {
        ArgumentNullException.ThrowIfNull(book);
        return new RiskBoard(
        [
            .. book.Active
                .Select(customer => LineOf(book, customer))
                .OrderByDescending(line => line.Risk ?? 0)
                .ThenByDescending(line => line.Customer.Revenue?.Currency == book.MainCurrency)
                .ThenByDescending(line => line.Customer.Revenue?.Amount ?? 0),
        ]);
    }

    private static RiskLine LineOf(Book book, Customer customer)
    {
        var debriefs = book.DebriefsOf(customer.Id).ToList();
        var latest = debriefs.FindLastIndex(debrief => debrief.Risk is not null);
        var before = latest > 0 ? debriefs.FindLastIndex(latest - 1, debrief => debrief.Risk is not null) : -1;
        var source = latest < 0 ? null : debriefs[latest];
        return new RiskLine(customer, source?.Risk, before < 0 ? null : source?.Risk - debriefs[before].Risk, book.RenewalOf(customer), debriefs.Count)
        {
            Reasons = source?.Reasons ?? [],
            Competitor = source?.Competitor,
            Sponsor = source?.Sponsor,
            Source = source?.Source,
        };
    }
}

/// <summary>A customer on the board.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Risk">The latest flight risk that was said, 1 to 5, or null.</param>
/// <param name="Change">How much higher (or, below 0, lower) the risk is than at the visit before; null with fewer than two.</param>
/// <param name="Renewal">See <see cref="Book.RenewalOf"/>.</param>
/// <param name="Debriefs">How many visits to it were debriefed.</param>
public sealed record RiskLine(Customer Customer, int? Risk, int? Change, LocalDate? Renewal, int Debriefs)
{
    /// <summary>The chosen reasons of <see cref="Risk"/>, as in <see cref="Debrief.Reasons"/>.</summary>
    public ImmutableArray<string> Reasons { get; init; } = [];

    /// <summary>The competitor named with it, or null.</summary>
    public string? Competitor { get; init; }

    /// <summary>The sponsor who leaves, or null.</summary>
    public string? Sponsor { get; init; }

    /// <summary>The debrief that says the risk, or null.</summary>
    public Source? Source { get; init; }

    /// <summary>What the customer pays a year, or null.</summary>
    public Money? Revenue => Customer.Revenue;
}
