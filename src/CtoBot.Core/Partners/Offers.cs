using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Core.Flows;
using CtoBot.Core.Reading;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>The moves of the ledger.</summary>
internal static class Offers
{
    /// <summary>The question of the dialog whose rows are offers.</summary>
    public const string Rows = "offers";

    /// <summary>The name of an offer in messages and cards.</summary>
    public static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Adds an offer.</summary>
    /// <param name="pair">With its new revision.</param>
    /// <param name="by">Whose.</param>
    /// <param name="make">What.</param>
    /// <param name="at">When.</param>
    public static PartnershipState Make(PartnershipState pair, int by, PairAct.MakeOffer make, Instant at) => pair with
    {
        Offers = pair.Offers.Add(new Offer(
            pair.Offers.Count + 1,
            make.Terms,
            OfferStatus.Offered,
            by,
            pair.Revision,
            [new OfferMove(at, by, OfferStatus.Offered, make.Terms, make.Note)])),
    };

    /// <summary>
    /// The rows of the question of costs become offers, unless the ledger has them. An offer is made by whose budget takes the cost:
    /// so the other one says yes to it, whoever wrote it down.
    /// </summary>
    public static PartnershipState FromRows(PartnershipState pair, ImmutableDictionary<string, AnswerValue> answers, Instant at)
    {
        if (answers.GetValueOrDefault(Rows) is not AnswerValue.Table table)
            return pair;
        foreach (var terms in table.Lines.Select(TermsOf).OfType<OfferTerms>())
        {
            if (pair.Offers.Any(offer => offer.History[0].Terms == terms))
                continue;
            var by = pair.Members[0].Role == terms.To ? 0 : 1;
            pair = Partnership.Tell(Make(pair, by, new PairAct.MakeOffer(terms, null), at), 1 - by, PairNews.Offer, Name(pair.Offers.Count + 1), at);
        }

        return pair;
    }

    /// <summary>Answers an offer: the other side of the table accepts, declines or counters; who made the terms withdraws them.</summary>
    public static PartnershipState? Answer(PartnershipState pair, int by, PairAct.AnswerOffer answer, Instant at)
    {
        if (pair.Offers.Find(candidate => candidate.Number == answer.Number) is not { } offer || offer.Revision != answer.Seen || !May(offer, by, answer.Status)
            || (answer.Status == OfferStatus.Countered && answer.Terms is null))
            return null;
        var next = Partnership.Next(pair);
        var terms = answer.Status == OfferStatus.Countered ? answer.Terms! : offer.Terms;
        var moved = offer with
        {
            Terms = terms,
            Status = answer.Status,
            LastBy = answer.Status is OfferStatus.Countered ? by : offer.LastBy,
            Revision = next.Revision,
            History = offer.History.Add(new OfferMove(at, by, answer.Status, terms, answer.Note)),
        };
        next = Partnership.Tell(next with { Offers = next.Offers.Replace(offer, moved) }, 1 - by, PairNews.Offer, Name(offer.Number), at);
        return answer.Status == OfferStatus.Accepted ? Partnership.Changed(next, pair, by, at) : next;
    }

    /// <summary>Whether a member can make this of an offer.</summary>
    public static bool May(Offer offer, int by, OfferStatus status) => offer.IsOpen && status switch
    {
        OfferStatus.Accepted or OfferStatus.Declined or OfferStatus.Countered => by != offer.LastBy,
        OfferStatus.Withdrawn => by == offer.LastBy,
        _ => false,
    };

    /// <summary>The terms in a row, or null if it is not whole.</summary>
    private static OfferTerms? TermsOf(Row row)
    {
        var amount = row.Cells.GetValueOrDefault("amount", "").Split(' ');
        return amount.Length == 2
            && row.Cells.TryGetValue("what", out var what)
            && decimal.TryParse(amount[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && PeriodOf(row.Cells.GetValueOrDefault("period", "")) is { } period
            && RoleOf(row.Cells.GetValueOrDefault("to", "")) is { } to
                ? new OfferTerms(what, new Money(number, amount[1]), period, to == PartnerRole.Cmo ? PartnerRole.Cto : PartnerRole.Cmo, to)
                : null;
    }

    /// <summary>A period by the value of its option, or null.</summary>
    public static OfferPeriod? PeriodOf(string value) => value switch
    {
        "once" => OfferPeriod.Once,
        "monthly" => OfferPeriod.Monthly,
        "quarterly" => OfferPeriod.Quarterly,
        "yearly" => OfferPeriod.Yearly,
        _ => null,
    };

    /// <summary>A role by the value of its option, or null.</summary>
    public static PartnerRole? RoleOf(string value) => value switch
    {
        "cmo" => PartnerRole.Cmo,
        "cto" => PartnerRole.Cto,
        _ => null,
    };
}
