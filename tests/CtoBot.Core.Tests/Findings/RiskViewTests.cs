using CtoBot.Core.Flows;
using CtoBot.Core.Tests.Conversations;

namespace CtoBot.Core.Tests.Findings;

public sealed class RiskViewTests
{
    [Fact]
    public void The_most_likely_to_leave_come_first_with_what_they_pay_and_why()
    {
        var chat = Heard.Cto()
            .Customer("c1", "Acme", "120000 EUR", "2026-12-20")
            .Customer("c2", "Beta", "80000 EUR")
            .Customer("c3", "Gamma", "10000 USD", "2027-06-30")
            .Customer("c4", "Delta")
            .Debrief("v1", "c1", "2026-11-30", Heard.Mark("risk", 3))
            .Debrief("v2", "c1", "2026-12-04", Heard.Mark("risk", 5), ("reasons", new AnswerValue.Choices(["competitor", "price"])), Heard.Words("competitor", "Initech"))
            .Debrief("v3", "c2", "2026-12-01", Heard.Mark("risk", 5))
            .Debrief("v4", "c3", "2026-12-02", Heard.Mark("risk", 2))
            .Say("risks");

        var board = Assert.IsType<Reply.Board>(Assert.Single(chat.Last.Replies));
        Assert.Equal(["Acme", "Beta", "Gamma", "Delta"], board.Sections.Single().Rows.Select(row => row.Title));
        Assert.Equal([("5", Tone.Attention), ("5", Tone.Attention), ("2", Tone.Good), ("–", Tone.Neutral)], board.Sections.Single().Rows.Select(row => (row.Figure.Text, row.Figure.Tone)));
        Assert.Equal(
            ["going · risk up from 3 to 5 · seen Fri 4 Dec", "120,000 EUR a year · renews in 13 days", "Competitor: Initech · The price"],
            board.Sections.Single().Rows[0].Details);
        Assert.Equal(["rather staying · first visit · seen Wed 2 Dec", "10,000 USD a year · renews Wed 30 Jun 2027"], board.Sections.Single().Rows[2].Details);
        chat.Sees("At 4 or 5: 2 of 4.", "At stake there: 200,000 EUR a year.", "Not marked yet: 1.");
        chat.Press("Acme").Sees("# Acme");
    }

    [Fact]
    public void Without_a_mark_it_says_where_marks_come_from() =>
        Heard.Cto().Say("who might leave").Sees("# No flight risk marked yet", "after each visit you mark it", "[Add customers]");

    [Theory]
    [InlineData("risks")]
    [InlineData("bugs")]
    [InlineData("service support")]
    [InlineData("promises")]
    [InlineData("deals")]
    [InlineData("room")]
    public void A_cmo_is_told_kindly_that_it_is_the_ctos(string words)
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cmo"), ("company", "Contoso"));

        chat.Say("later").Say(words).Sees("You told me you are the CMO", "what customers say");
    }

    [Fact]
    public void Before_the_setup_the_setup_comes_first() => new Chat().Install().Say("risks").Sees("# Setting up");

    [Fact]
    public void Two_hundred_customers_come_ten_at_a_time()
    {
        var chat = Heard.Cto();
        for (var number = 1; number <= 200; number++)
            chat.Customer($"c{number}", $"Customer {number:000}").Debrief($"v{number}", $"c{number}", "2026-12-01", Heard.Mark("risk", 4));

        chat.Say("risks").Sees("Customer 001", "Customer 010", "1 to 10 of 200").SeesNot("Customer 011");
        chat.Press("Next page").Sees("Customer 011", "11 to 20 of 200");
        chat.Say("risks 20").Sees("Customer 200", "191 to 200 of 200").SeesNot("[Next page]");
        chat.Say("risks 999").Sees("191 to 200 of 200");
    }
}
