namespace CtoBot.Core.Tests.Conversations;

/// <summary>What is shown fits the person: the first button leads where that person wants to go.</summary>
public sealed class WayForwardTests
{
    private static Chat Cmo() => new Chat().Install().Say("setup").Say("cmo").Say("Contoso").Say("Berlin").Say("8").Say("mon-fri").Say("skip").Sees("All set");

    [Theory]
    [InlineData("foo bar baz")]
    [InlineData("dialogs")]
    [InlineData("continue")]
    [InlineData("settings")]
    [InlineData("help")]
    [InlineData("messages")]
    [InlineData("today")]
    public void A_CMO_is_led_to_the_five_questions(string words) => Cmo().Say(words).Sees("[Five questions]").SeesNot("[Today]");

    [Fact]
    public void Help_shows_a_CMO_what_there_is_for_a_CMO() =>
        Cmo().Say("help").Sees("* five questions |", "* setup |").SeesNot("* today |").SeesNot("About a step");

    [Theory]
    [InlineData("foo bar baz")]
    [InlineData("dialogs")]
    [InlineData("messages")]
    [InlineData("help")]
    [InlineData("five")]
    public void Who_has_not_set_up_is_led_there(string words) => new Chat().Install().Say(words).Sees("[Set up (2 minutes)]").SeesNot("[Today]");

    [Fact]
    public void The_five_questions_lead_on()
    {
        new Chat().SetUp().Say("five").Sees("[Today]");
        Cmo().Say("five").Sees("[Help]");
    }

    [Fact]
    public void From_CTO_to_CMO_and_back_nothing_is_lost()
    {
        var chat = new Chat().SetUp().Say("done 1").Say("edit role").Say("cmo").Sees("Who is the new CTO").Say("skip").Sees("The five questions are ready");
        chat.Say("today").Sees("That belongs to the CTO");
        chat.Say("edit role").Say("cto").Sees("Direct reports: Ann Lee and Bob Roy").Say("today").Sees("1 of 37 steps");
    }

    [Fact]
    public void The_setup_says_at_first_how_long_it_takes() =>
        new Chat().Install().Say("setup").Sees("about two minutes", "First, you and your company.").Say("cto").SeesNot("two minutes");

    [Fact]
    public void A_start_whose_better_days_are_past_is_not_asked_about()
    {
        var chat = new Chat().Install().Say("setup").Say("cto").Say("Contoso").Say("Berlin").Say("8").Say("mon-fri");
        chat.Say("2026-11-18").Sees("Who reports to you");
    }

    [Fact]
    public void A_start_that_was_chosen_is_still_named_when_it_is_past()
    {
        var chat = new Chat().Install().Say("setup").Say("cto").Say("Contoso").Say("Berlin").Say("8").Say("mon-fri").Say("2026-12-02");
        chat.Say("Start on Friday 4 December").Say("skip").At(12, 8).Say("settings").Sees("Day one of the plan: Start on Friday 4 December");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("No")]
    public void None_is_nobodys_name(string words)
    {
        var chat = new Chat().Install().Say("setup").Say("cto").Say("Contoso").Say("Berlin").Say("8").Say("mon-fri").Say("2026-11-27");
        chat.Say(words).Say("skip").Sees("Direct reports: Not answered");
    }

    [Fact]
    public void A_day_of_the_plan_says_where_its_steps_were_moved() =>
        new Chat().SetUp().At(11, 27).Say("move 1 to monday").Say("day 1").Sees("Meet your direct reports (Morning · Moved to Mon 30 Nov)");
}
