using System.Collections.Immutable;
using CtoBot.Core.Partners;
using NodaTime;

namespace CtoBot.Core.Tests.Partners;

public sealed class AgreementTests
{
    private static readonly LocalDate Today = new(2026, 11, 27);
    private readonly Two two = Two.Begun(HoldingMode.Room);

    [Fact]
    public void It_can_be_signed_once_all_five_are_settled()
    {
        Assert.False(Partnership.MaySign(two.Held));
        two.SettleAll();
        Sign(Two.Cmo);
        Assert.False(two.Held.IsAgreed);
        Assert.Equal([(1, PairNews.OtherSigned, "")], two.News);
        Sign(Two.Cto);

        Assert.True(two.Held.IsAgreed);
        Assert.Equal(Today, two.Held.AgreedOn);
        Assert.Contains((0, PairNews.Agreed, ""), two.News);
    }

    [Fact]
    public void A_change_after_signing_asks_the_other_again()
    {
        two.SettleAll();
        Sign(Two.Cmo);
        Sign(Two.Cto);
        two.Delivered().Do(Two.Cmo, new PairAct.Settle(FiveIds.Speed, Two.Answers("faster"), two.Held.Question(FiveIds.Speed).Joint!.Revision));

        Assert.False(two.Held.IsAgreed);
        Assert.False(two.Held.HasSigned(0));
        Assert.Contains((1, PairNews.SignAgain, ""), two.News);
        Assert.Equal("we agree on speed", Assert.Single(two.Held.Question(FiveIds.Speed).Earlier).Value<Flows.AnswerValue.Text>("words")!.Words);

        Sign(Two.Cto);
        two.Now += Duration.FromDays(3);
        Sign(Two.Cmo, Today.PlusDays(3));
        Assert.True(two.Held.IsAgreed);
        Assert.Equal(Today, two.Held.AgreedOn);
    }

    [Fact]
    public void Only_what_was_seen_is_signed()
    {
        two.SettleAll();
        var seen = two.Held.ContentRevision;
        two.Do(Two.Cto, new PairAct.Settle(FiveIds.Speed, Two.Answers("slower"), two.Held.Question(FiveIds.Speed).Joint!.Revision));
        two.Do(Two.Cmo, new PairAct.Sign(seen, Today));

        Assert.Single(two.Refused);
        Assert.Empty(two.Held.Signatures);
    }

    [Fact]
    public void Reopening_keeps_the_old_answer_and_takes_the_agreement_back()
    {
        two.SettleAll();
        Sign(Two.Cmo);
        Sign(Two.Cto);
        two.Do(Two.Cto, new PairAct.Reopen(FiveIds.Measures));

        Assert.False(two.Held.IsAgreed);
        Assert.False(Partnership.MaySign(two.Held));
        Assert.Null(two.Held.Question(FiveIds.Measures).Joint);
        Assert.Single(two.Held.Question(FiveIds.Measures).Earlier);
        two.Do(Two.Cmo, new PairAct.Settle(FiveIds.Measures, Two.Answers("anew"), 0));
        Assert.True(Partnership.MaySign(two.Held));
    }

    [Fact]
    public void Check_ins_are_thirty_sixty_and_ninety_days_after_the_agreement()
    {
        two.SettleAll();
        Assert.Empty(CheckIns.Dates(two.Held));
        Sign(Two.Cmo);
        Sign(Two.Cto);

        // November has 30 days, December and January 31: 27 December, 26 January, 25 February.
        Assert.Equal([(30, new LocalDate(2026, 12, 27)), (60, new LocalDate(2027, 1, 26)), (90, new LocalDate(2027, 2, 25))], CheckIns.Dates(two.Held));
        Assert.Null(CheckIns.Due(two.Held, new LocalDate(2026, 12, 26)));
        Assert.Equal(30, CheckIns.Due(two.Held, new LocalDate(2026, 12, 27)));
        Assert.Equal(60, CheckIns.Due(two.Held, new LocalDate(2027, 1, 26)));

        two.Do(Two.Cto, new PairAct.HoldCheckIn(30, ImmutableDictionary<string, decimal>.Empty.Add("Page load", 2.4m), ["the new site"], null, true));
        two.Do(Two.Cmo, new PairAct.HoldCheckIn(30, ImmutableDictionary<string, decimal>.Empty.Add("Page load", 2.2m), ["the new site"], null, true));

        Assert.Null(CheckIns.Due(two.Held, new LocalDate(2027, 1, 25)));
        Assert.Equal((60, new LocalDate(2027, 1, 26)), CheckIns.Next(two.Held));
        Assert.Equal(2.2m, Assert.Single(two.Held.CheckIns).Values["Page load"]);
        Assert.Equal([0, 1], Assert.Single(two.Held.CheckIns).Announce.Order());
    }

    private void Sign(string person, LocalDate? on = null) => two.Do(person, new PairAct.Sign(two.Held.ContentRevision, on ?? Today));
}
