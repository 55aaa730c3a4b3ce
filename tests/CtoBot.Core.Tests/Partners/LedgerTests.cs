using CtoBot.Core.Partners;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Partners;

public sealed class LedgerTests
{
    private readonly Two two = Two.Begun();

    [Fact]
    public void Totals_are_those_reckoned_by_hand()
    {
        // To the CMO in euros a year: 12 × 1,000 + 4 × 2,500 + 5,000.50 = 27,000.50; once 7,000. In dollars 12 × 10 = 120. To the CTO 300 once.
        Offer(OfferPeriod.Monthly, 1_000m);
        Offer(OfferPeriod.Quarterly, 2_500m);
        Offer(OfferPeriod.Yearly, 5_000.50m);
        Offer(OfferPeriod.Once, 7_000m);
        Offer(OfferPeriod.Monthly, 10m, "USD");
        Offer(OfferPeriod.Once, 300m, to: PartnerRole.Cto);
        foreach (var offer in two.Held.Offers)
            Move(Two.Cto, offer.Number, OfferStatus.Accepted);

        Assert.Equal(
            [
                new LedgerTotal(PartnerRole.Cto, PartnerRole.Cmo, "EUR", 27_000.50m, 7_000m),
                new LedgerTotal(PartnerRole.Cto, PartnerRole.Cmo, "USD", 120m, 0m),
                new LedgerTotal(PartnerRole.Cmo, PartnerRole.Cto, "EUR", 0m, 300m),
            ],
            Ledger.Totals(two.Held.Offers));
    }

    [Fact]
    public void Only_what_was_accepted_counts()
    {
        Offer(OfferPeriod.Yearly, 1m);
        Offer(OfferPeriod.Yearly, 10m);
        Offer(OfferPeriod.Yearly, 100m);
        Move(Two.Cto, 1, OfferStatus.Declined);
        Move(Two.Cmo, 2, OfferStatus.Withdrawn);

        Assert.Empty(Ledger.Totals(two.Held.Offers));
    }

    [Fact]
    public void A_counter_offer_turns_the_table_and_the_history_keeps_every_move()
    {
        Offer(OfferPeriod.Monthly, 1_000m);
        Move(Two.Cto, 1, OfferStatus.Countered, Terms(OfferPeriod.Monthly, 1_500m));
        Assert.False(Offers.May(two.Held.Offers[0], 1, OfferStatus.Accepted));
        Move(Two.Cmo, 1, OfferStatus.Accepted);

        Assert.Equal(18_000m, Assert.Single(Ledger.Totals(two.Held.Offers)).Yearly);
        Assert.Equal(
            [(0, OfferStatus.Offered, 1_000m), (1, OfferStatus.Countered, 1_500m), (0, OfferStatus.Accepted, 1_500m)],
            two.Held.Offers[0].History.Select(move => (move.By, move.Status, move.Terms.Amount.Amount)));
    }

    [Theory]
    [InlineData(Two.Cmo, OfferStatus.Accepted)]
    [InlineData(Two.Cmo, OfferStatus.Declined)]
    [InlineData(Two.Cmo, OfferStatus.Countered)]
    [InlineData(Two.Cto, OfferStatus.Withdrawn)]
    [InlineData(Two.Cto, OfferStatus.Offered)]
    public void Nobody_answers_for_the_other(string person, OfferStatus status)
    {
        Offer(OfferPeriod.Once, 5m);
        Move(person, 1, status, Terms(OfferPeriod.Once, 6m));

        Assert.Single(two.Refused);
        Assert.Equal(OfferStatus.Offered, two.Held.Offers[0].Status);
    }

    [Fact]
    public void An_answer_to_terms_that_have_changed_is_refused()
    {
        Offer(OfferPeriod.Once, 5m);
        var seen = two.Held.Offers[0].Revision;
        Move(Two.Cto, 1, OfferStatus.Countered, Terms(OfferPeriod.Once, 6m));

        two.Do(Two.Cmo, new PairAct.AnswerOffer(1, seen, OfferStatus.Withdrawn, null, null));

        Assert.Single(two.Refused);
        Assert.Equal(OfferStatus.Countered, two.Held.Offers[0].Status);
    }

    private static OfferTerms Terms(OfferPeriod period, decimal amount, string currency = "EUR", PartnerRole to = PartnerRole.Cmo) =>
        new("the website", new Money(amount, currency), period, to == PartnerRole.Cmo ? PartnerRole.Cto : PartnerRole.Cmo, to);

    private void Offer(OfferPeriod period, decimal amount, string currency = "EUR", PartnerRole to = PartnerRole.Cmo) =>
        two.Do(Two.Cmo, new PairAct.MakeOffer(Terms(period, amount, currency, to), null));

    private void Move(string person, int number, OfferStatus status, OfferTerms? terms = null) =>
        two.Do(person, new PairAct.AnswerOffer(number, two.Held.Offers[number - 1].Revision, status, terms, null));
}
