namespace CtoBot.Core.Tests.Conversations;

public sealed class UndoTests
{
    private static Chat DayOne() => new Chat().SetUp().At(11, 27).Say("today");

    [Fact]
    public void An_undo_button_pressed_twice_takes_back_one_change()
    {
        var chat = DayOne().Say("done 1").Say("done 2");
        var undo = chat.Action("Undo");
        chat.Press(undo).Sees("Undone: ticking “Lunch", "[x] 1.", "[ ] 2.");
        chat.Press(undo).Sees("That card is from before a change", "[x] 1.", "[ ] 2.");
    }

    [Fact]
    public void An_undo_button_takes_back_no_other_change_than_its_own()
    {
        var chat = DayOne().Say("done 1");
        var undo = chat.Action("Undo");
        chat.Say("note 2: bring cake").Press(undo).Sees("That card is from before a change", "bring cake", "[x] 1.");
        chat.Say("undo").Sees("Undone: the note on").Say("undo").Sees("Undone: ticking");
    }

    [Fact]
    public void Where_nothing_changed_nothing_can_be_undone()
    {
        var chat = DayOne().Say("note 2: bring cake").Say("done 1");
        chat.Say("note 2: bring cake").Sees("Noted").SeesNot("[Undo]");
        chat.Say("move 3 to today").SeesNot("[Undo]").Say("undo").Sees("Undone: ticking “Meet");
    }

    [Fact]
    public void A_note_that_was_never_written_does_not_stand_in_the_way_of_undo()
    {
        var chat = DayOne().Say("done 1").Say("note 2").Press("Cancel").Sees("cancelled").SeesNot("[Undo]");
        chat.Say("undo").Sees("Undone: ticking “Meet", "[ ] 1.");
    }

    [Fact]
    public void Undoing_a_cancel_after_a_new_answer_takes_back_first_the_one_and_then_the_other()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso")).Say("cancel");
        chat.Say("setup").Say("cmo").Say("Fabrikam").Sees("Which time zone");
        chat.Say("undo").Say("undo").Sees("Which hat do you wear? * = \n");
        chat.Say("undo").Sees("Undone: cancelling", "Which time zone").Say("back").Sees("= cto", "= Contoso");
    }

    [Fact]
    public void Undoing_the_last_answer_of_the_setup_opens_it_again()
    {
        var chat = new Chat().SetUp().Say("undo").Sees("Undone: answers in “Setting up”", "Who reports to you? = \n");
        chat.Press("Save", ("reports", "Ann Lee")).Sees("All set", "Ann Lee");
    }

    [Fact]
    public void A_step_is_undone_after_the_plan_was_laid_out_anew()
    {
        var chat = DayOne().Say("move 1 to 2026-11-30").Say("edit first day").Say("2026-12-04").Sees("Day one of the plan is Friday 4 December");
        chat.Say("undo").Say("undo").Sees("Undone: moving").At(11, 27).Say("today").Sees("[ ] 1. Meet your direct reports");
    }
}
