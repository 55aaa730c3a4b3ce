using System.Collections.Immutable;

namespace CtoBot.Core.Partners;

/// <summary>What the accepted offers come to.</summary>
public static class Ledger
{
    /// <summary>A total for each direction and currency: from the CTO's budget first, then by currency.</summary>
    public static ImmutableArray<LedgerTotal> Totals(IEnumerable<Offer> offers) =>
    [
        .. offers.Where(offer => offer.Status == OfferStatus.Accepted)
            .GroupBy(offer => (offer.Terms.From, offer.Terms.To, offer.Terms.Amount.Currency))
            .OrderByDescending(group => group.Key.From).ThenBy(group => group.Key.Currency, StringComparer.Ordinal)
            .Select(group => new LedgerTotal(
                group.Key.From,
                group.Key.To,
                group.Key.Currency,
                group.Sum(offer => Times(offer.Terms.Period) * offer.Terms.Amount.Amount),
                group.Where(offer => offer.Terms.Period == OfferPeriod.Once).Sum(offer => offer.Terms.Amount.Amount))),
    ];

    /// <summary>How often a year; what is paid once does not recur.</summary>
    private static int Times(OfferPeriod period) => period switch
    {
        OfferPeriod.Monthly => 12,
        OfferPeriod.Quarterly => 4,
        OfferPeriod.Yearly => 1,
        _ => 0,
    };
}

/// <summary>What moves from one budget to the other.</summary>
/// <param name="From">Whose budget it leaves.</param>
/// <param name="To">Whose budget takes it.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Yearly">A year, of what recurs.</param>
/// <param name="Once">Of what is paid once.</param>
public sealed record LedgerTotal(PartnerRole From, PartnerRole To, string Currency, decimal Yearly, decimal Once);
