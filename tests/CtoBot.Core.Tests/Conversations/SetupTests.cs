namespace CtoBot.Core.Tests.Conversations;

public sealed class SetupTests
{
    [Fact]
    public void A_new_CTO_is_welcomed_sets_up_and_sees_the_plan()
    {
        var chat = new Chat().Install().Sees("Good to meet you", "[Set up (2 minutes)]");
        chat.Press("Set up (2 minutes)").Sees("Which hat", "[Next][Later]");
        chat.Press("Next", ("hat", "cto"), ("company", "Contoso")).Sees("Which time zone", "= Europe/Berlin", "= 08:00", "Back");
        chat.Press("Next", ("zone", "Berlin"), ("reminder", "7.30"), ("workdays", "mon,tue,wed,thu,fri")).Sees("When is your first day", "= 2026-11-27");
        chat.Press("Next", ("start", "2026-11-27")).Sees("Who heads customer support");
        chat.Press("Save", ("salesHead", "Dana Kim")).Sees("All set", "Dana Kim", "Day one is 5 days away", "Meet your direct reports");
    }

    [Fact]
    public void The_whole_setup_can_be_typed()
    {
        var chat = new Chat().Install().Say("set up").Say("I am the new CTO").Sees("Which hat");
        chat.Say("cto").Say("Contoso").Say("CET").Say("half past seven").Say("mon-fri").Say("next friday");
        chat.Sees("Who reports to you");
        chat.Say("Ann Lee, Bob Roy").Say("Dana Kim").Say("skip").Sees("All set", "Ann Lee and Bob Roy", "Friday 27 November 2026");
    }

    [Fact]
    public void A_wrong_answer_is_named_and_the_good_ones_beside_it_are_kept()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso"));
        chat.Press("Next", ("zone", "Atlantis"), ("reminder", "7.30"), ("workdays", "mon,tue"))
            .Sees("I don't know the time zone “Atlantis”", "= Atlantis", "= 07:30", "= mon,tue");
        chat.Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")).Sees("When is your first day");
    }

    [Fact]
    public void A_required_question_cannot_be_left_out_but_put_aside()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto")).Sees("!! Company is needed here.");
        chat.Say("skip").Sees("I do need “Company”");
        chat.Say("later").Sees("Put aside");
        chat.Say("continue").Sees("What is your company called", "= cto");
    }

    [Fact]
    public void A_start_that_is_no_Friday_is_asked_about_and_a_better_one_accepted()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)")
            .Press("Next", ("hat", "cto"), ("company", "Contoso"))
            .Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"))
            .Press("Next", ("start", "2026-12-02"));
        chat.Sees("Start on Friday 27 November / Start on Friday 4 December / Keep Wednesday 2 December");
        chat.Press("Next", ("startKeep", "2026-12-04")).Press("Skip").Say("plan").Sees("Friday 4 December to Monday 14 December");
    }

    [Fact]
    public void A_start_that_is_no_Friday_can_be_kept_and_both_weeks_follow_it()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)")
            .Press("Next", ("hat", "cto"), ("company", "Contoso"))
            .Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"))
            .Press("Next", ("start", "2026-12-02"))
            .Press("Next", ("startKeep", "keep")).Press("Skip");
        chat.Say("plan").Sees("Wednesday 2 December to Thursday 10 December", "Day 2 · Thu 3 Dec", "Day 4 · Mon 7 Dec");
    }

    [Fact]
    public void With_a_Sunday_to_Thursday_week_the_best_start_is_a_Thursday()
    {
        var chat = new Chat(zone: "Asia/Jerusalem").Install().Press("Set up (2 minutes)")
            .Press("Next", ("hat", "cto"), ("company", "Contoso"))
            .Press("Next", ("zone", "Tel Aviv"), ("reminder", "07:30"), ("workdays", "sun,mon,tue,wed,thu"))
            .Sees("= 2026-11-26");
        chat.Press("Next", ("start", "2026-11-26")).Sees("Who reports to you");
    }

    [Fact]
    public void An_answer_can_be_changed_later_and_the_plan_follows()
    {
        var chat = new Chat().SetUp().Say("settings").Press("Change First day").Sees("When is your first day", "= 2026-11-27");
        chat.Press("Save", ("start", "2026-12-04")).Sees("Day one of the plan is Friday 4 December");
        chat.Say("edit company").Sees("What is your company called?", "= Contoso");
        chat.Say("Fabrikam").Sees("Company: Fabrikam");
        chat.Say("undo").Sees("Undone").Say("setup").Sees("Company: Contoso");
    }

    [Fact]
    public void Back_shows_the_page_before_and_goes_on_from_it()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso"));
        chat.Press("Back").Sees("Which hat", "= Contoso");
        chat.Press("Next", ("hat", "cto"), ("company", "Fabrikam")).Sees("Which time zone");
        chat.Say("back").Sees("= Fabrikam");
    }

    [Fact]
    public void Cancelling_can_be_undone_with_every_answer()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso"));
        chat.Say("cancel").Sees("Dropped").Press("Undo").Sees("Which time zone");
        chat.Say("back").Sees("= Contoso");
    }

    [Fact]
    public void The_CMO_gets_the_five_questions_and_no_plan()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)")
            .Press("Next", ("hat", "cmo"), ("company", "Contoso"))
            .Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"))
            .Sees("Who is the new CTO")
            .Press("Save", ("cto", "Alex Chen"))
            .Sees("The five questions are ready");
        chat.Say("today").Sees("That belongs to the CTO’s plan");
        chat.Press("Five questions").Sees("How involved would you like to be");
    }

    [Fact]
    public void An_answer_that_is_also_a_command_is_given_in_quotation_marks()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Say("cto").Say("\"today\"").Sees("Which time zone");
        chat.Say("back").Sees("= today");
    }
}
