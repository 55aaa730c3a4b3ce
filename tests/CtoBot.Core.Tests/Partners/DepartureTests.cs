using CtoBot.Core.Partners;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Partners;

public sealed class DepartureTests
{
    [Fact]
    public void The_other_keeps_their_own_words_and_the_joint_text_without_the_name()
    {
        var two = Two.Begun();
        two.Answer(Two.Cmo, FiveIds.Success, "own words of the cmo");
        two.Answer(Two.Cto, FiveIds.Success, "own words of the cto");
        two.Sync();
        two.Do(Two.Cmo, new PairAct.Settle(FiveIds.Success, Two.Answers("Tom Berg ships it; BERG pays, and Bergamo stays."), 0));
        two.Do(Two.Cto, new PairAct.MakeOffer(new OfferTerms("Tom's servers", new Money(5, "EUR"), OfferPeriod.Once, PartnerRole.Cto, PartnerRole.Cmo), "a note of the cto"));

        two.Pair = Departure.Leave(two.Held, Two.Cto, two.Now);

        var kept = PartnershipJson.Write(two.Held);
        Assert.Contains("own words of the cmo", kept, StringComparison.Ordinal);
        Assert.Contains("the CTO ships it; the CTO pays, and Bergamo stays.", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("own words of the cto", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("a note of the cto", kept, StringComparison.Ordinal);
        Assert.DoesNotContain("Tom", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Two.Cto, kept, StringComparison.Ordinal);
        Assert.Contains((0, PairNews.Left, ""), two.News);
        Assert.Null(two.Held.SlotOf(""));
    }

    [Fact]
    public void When_both_are_gone_nothing_is_left()
    {
        var two = Two.Begun();
        Assert.Null(Departure.Leave(Departure.Leave(two.Held, Two.Cto, two.Now)!, Two.Cmo, two.Now));
    }

    [Fact]
    public void An_invitation_of_somebody_who_is_forgotten_goes_with_them()
    {
        var two = new Two();
        two.Do(Two.Cmo, new PairAct.Create("Mia", PartnerRole.Cmo, "CODE", two.Now, "Tom Berg", Two.Cto, HoldingMode.Apart));

        Assert.DoesNotContain(Two.Cto, PartnershipJson.Write(Departure.Leave(two.Held, Two.Cto, two.Now)!), StringComparison.Ordinal);
        Assert.Null(Departure.Leave(two.Held, Two.Cmo, two.Now));
    }

    [Fact]
    public void Done_twice_it_changes_nothing_more()
    {
        var two = Two.Begun();
        var left = Departure.Leave(two.Held, Two.Cto, two.Now)!;

        Assert.Same(left, Departure.Leave(left, Two.Cto, two.Now));
    }
}
