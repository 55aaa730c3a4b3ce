using CtoBot.Core.Flows;
using CtoBot.Core.Partners;
using NodaTime;

namespace CtoBot.Core.Tests.Partners;

public sealed class SyncTests
{
    [Fact]
    public void Nothing_of_a_private_answer_is_shared_before_both_have_answered()
    {
        var two = Two.Begun();
        two.Answer(Two.Cmo, FiveIds.Success, "secret-of-the-cmo");
        two.Answer(Two.Cto, FiveIds.Success, "secret-of-the-cto", DraftStatus.Open);
        two.Sync();

        Assert.Equal([0], two.Held.Question(FiveIds.Success).Answered);
        Assert.Null(two.Held.Question(FiveIds.Success).Revealed);
        Assert.DoesNotContain("secret", PartnershipJson.Write(two.Held), StringComparison.Ordinal);
        Assert.Contains((1, PairNews.Answered, FiveIds.Success), two.News);
    }

    [Fact]
    public void What_both_have_answered_is_revealed_at_once_and_only_that()
    {
        var two = Two.Begun();
        two.Answer(Two.Cmo, FiveIds.Success, "mine");
        two.Answer(Two.Cmo, FiveIds.Speed, "secret");
        two.Sync();
        two.Answer(Two.Cto, FiveIds.Success, "theirs");
        two.Sync(Two.Cto);

        Assert.Equal(["mine", "theirs"], two.Held.Question(FiveIds.Success).Revealed!.BySlot.Select(answers => ((AnswerValue.Text)answers!["words"]).Words));
        Assert.Contains((0, PairNews.Revealed, FiveIds.Success), two.News);
        Assert.DoesNotContain((1, PairNews.Revealed, FiveIds.Success), two.News);
        Assert.DoesNotContain("secret", PartnershipJson.Write(two.Held), StringComparison.Ordinal);
    }

    [Fact]
    public void Done_twice_it_changes_nothing_more()
    {
        var two = Two.Begun();
        two.Answer(Two.Cmo, FiveIds.Success, "mine");
        two.Answer(Two.Cto, FiveIds.Success, "theirs");
        two.Sync();

        Assert.Same(two.Held, PartnershipSync.Run(two.Held, Two.Id, two.People, null, two.Now).Pair);
    }

    [Fact]
    public void An_answer_that_is_taken_back_before_the_reveal_counts_no_more()
    {
        var two = Two.Begun();
        two.Answer(Two.Cmo, FiveIds.Success, "mine");
        two.Sync();
        two.Answer(Two.Cmo, FiveIds.Success, "mine", DraftStatus.Open);
        two.Answer(Two.Cto, FiveIds.Success, "theirs");
        two.Sync();

        Assert.Equal([1], two.Held.Question(FiveIds.Success).Answered);
        Assert.Null(two.Held.Question(FiveIds.Success).Revealed);
    }

    [Fact]
    public void In_one_room_nothing_private_is_revealed()
    {
        var two = Two.Begun(HoldingMode.Room);
        two.Answer(Two.Cmo, FiveIds.Success, "mine");
        two.Answer(Two.Cto, FiveIds.Success, "theirs");
        two.Sync();
        Assert.Null(two.Held.Question(FiveIds.Success).Revealed);

        two.Do(Two.Cto, new PairAct.SetMode(HoldingMode.Apart));
        Assert.NotNull(two.Held.Question(FiveIds.Success).Revealed);
    }

    [Fact]
    public void Apart_nothing_is_settled_before_the_reveal()
    {
        var two = Two.Begun();
        two.Answer(Two.Cmo, FiveIds.Success, "mine");
        two.Do(Two.Cto, new PairAct.Settle(FiveIds.Success, Two.Answers("too early"), 0));

        Assert.Single(two.Refused);
        Assert.Null(two.Held.Question(FiveIds.Success).Joint);
    }

    [Fact]
    public void Of_two_joint_answers_at_once_the_second_is_refused_and_named()
    {
        var two = Two.Begun(HoldingMode.Room);
        two.Want(Two.Cmo, new PairAct.Settle(FiveIds.Success, Two.Answers("first"), 0));
        two.Now += Duration.FromMilliseconds(1);
        two.Want(Two.Cto, new PairAct.Settle(FiveIds.Success, Two.Answers("second"), 0));
        two.Sync();

        Assert.Equal("first", two.Held.Question(FiveIds.Success).Joint!.Value<AnswerValue.Text>("words")!.Words);
        Assert.IsType<PairAct.Settle>(Assert.Single(two.Refused).Act);
    }

    [Fact]
    public void An_intent_is_taken_in_once_however_often_it_is_met()
    {
        var two = Two.Begun();
        two.Want(Two.Cmo, new PairAct.SetMode(HoldingMode.Room));
        two.Sync().Sync();
        two.Want(Two.Cto, new PairAct.SetMode(HoldingMode.Apart));
        two.Sync().Sync();

        Assert.Equal(HoldingMode.Apart, two.Held.Mode);
    }

    [Fact]
    public void An_invitation_lapses_can_be_withdrawn_and_is_accepted_by_one_person_only()
    {
        var late = Invited();
        late.Now += Duration.FromDays(14);
        late.Do(Two.Cto, new PairAct.Accept("Tom"));
        Assert.False(late.Held.IsHeld);

        var withdrawn = Invited();
        withdrawn.Do(Two.Cmo, new PairAct.Withdraw());
        withdrawn.Do(Two.Cto, new PairAct.Accept("Tom"));
        Assert.False(withdrawn.Held.IsHeld);
        Assert.Equal("", withdrawn.Held.Invitation.Code);

        var declined = Invited();
        declined.Do(Two.Cto, new PairAct.Decline());
        declined.Do(Two.Cto, new PairAct.Accept("Tom"));
        Assert.False(declined.Held.IsHeld);
        Assert.Contains((0, PairNews.Declined, ""), declined.News);

        var taken = Invited();
        taken.People["other"] = new();
        taken.Do(Two.Cto, new PairAct.Accept("Tom"));
        taken.Do("other", new PairAct.Accept("Eve"));
        Assert.Null(taken.Held.SlotOf("other"));
        Assert.Single(taken.Refused);
    }

    [Fact]
    public void Nobody_accepts_their_own_invitation()
    {
        var two = Invited();
        two.Do(Two.Cmo, new PairAct.Accept("Mia"));

        Assert.False(two.Held.IsHeld);
    }

    [Fact]
    public void A_third_person_changes_nothing()
    {
        var two = Two.Begun(HoldingMode.Room);
        var before = PartnershipJson.Write(two.Held);
        two.People["third"] = new();
        foreach (var act in (PairAct[])[
            new PairAct.SetMode(HoldingMode.Apart), new PairAct.Settle(FiveIds.Speed, Two.Answers("x"), 0), new PairAct.Reopen(FiveIds.Speed), new PairAct.Sign(0, default),
            new PairAct.Withdraw(), new PairAct.Decline(), new PairAct.Accept("Eve"), new PairAct.HoldCheckIn(30, System.Collections.Immutable.ImmutableDictionary<string, decimal>.Empty, [], null, true)])
        {
            two.Do("third", act);
            Assert.NotEmpty(two.Refused);
        }

        Assert.Equal(before, PartnershipJson.Write(two.Held));
    }

    private static Two Invited()
    {
        var two = new Two();
        two.Do(Two.Cmo, new PairAct.Create("Mia Kern", PartnerRole.Cmo, "CODE", two.Now + Duration.FromDays(14), "Tom Berg", null, HoldingMode.Apart));
        return two;
    }
}
