namespace CtoBot.Core.Tests.Conversations;

/// <summary>What typed words mean where they could mean several things.</summary>
public sealed class TypedTests
{
    private static Chat DayOne() => new Chat().SetUp().At(11, 27).Say("today");

    [Theory]
    [InlineData("done", "Which step? Use its number, for example “done 2”.")]
    [InlineData("Move", "Which step? Use its number, for example “move 2”.")]
    [InlineData("skip", "Which step? Use its number, for example “skip 2”.")]
    [InlineData("day", "# Your first two weeks")]
    public void A_command_that_lacks_what_it_needs_asks_for_it(string words, string answer) =>
        DayOne().Say(words).Sees(answer).SeesNot("Did you mean");

    [Theory]
    [InlineData("mvoe 2 to friday", "move 2 to friday")]
    [InlineData("noet 2: bring cake", "note 2: bring cake")]
    public void A_command_misspelt_before_its_argument_gets_a_suggestion_that_works(string words, string meant) =>
        DayOne().Say(words).Sees($"Did you mean “{meant}”?").Press($"Yes, {meant}").SeesNot("Did you mean").SeesNot("I did not get that");

    [Theory]
    [InlineData("note own team: agenda: 1. cake: yes", "own-team", "agenda: 1. cake: yes")]
    [InlineData("note own team\nbring cake", "own-team", "bring cake")]
    [InlineData("note 2:  two  spaces\r\n\r\nand lines", "lunch-apology", "two  spaces\r\n\r\nand lines")]
    public void A_note_is_kept_word_for_word(string words, string step, string note) =>
        Assert.Equal(note, DayOne().Say(words).State.Steps[step].Note);

    [Theory]
    [InlineData("\"We never got the fix\"")]
    [InlineData("“Slow” and “rude”")]
    public void Quotation_marks_in_a_long_text_are_the_persons_own(string words) =>
        Assert.Equal(words, DayOne().Say("note 2").Say(words).State.Steps["lunch-apology"].Note);

    [Fact]
    public void In_a_note_a_command_can_be_written_in_quotation_marks() =>
        Assert.Equal("today", DayOne().Say("note 2").Say("\"today\"").State.Steps["lunch-apology"].Note);

    [Fact]
    public void Words_that_name_a_step_are_a_note_while_its_question_is_seen_and_a_command_after_something_else_was_shown()
    {
        Assert.Equal("done 6", DayOne().Say("note 2").Say("done 6").State.Steps["lunch-apology"].Note);
        var chat = DayOne().Say("note 2").Say("today").Say("done 6").Sees("[x] 6.");
        Assert.DoesNotContain("lunch-apology", chat.State.Steps.Keys);
        Assert.Equal("bring cake", chat.Say("continue").Say("bring cake").State.Steps["lunch-apology"].Note);
    }

    [Theory]
    [InlineData("edit start", "When is your first day?")]
    [InlineData("edit first day", "When is your first day?")]
    [InlineData("edit reminder", "When shall I tell you")]
    [InlineData("change Time Zone", "Which time zone")]
    public void An_answer_is_edited_by_its_name(string words, string question) => DayOne().Say(words).Sees(question, "[Save][Cancel]");

    [Fact]
    public void Editing_an_answer_of_the_setup_works_from_within_another_dialog() =>
        DayOne().Say("move 5").Say("edit company").Sees("What is your company called?");

    [Fact]
    public void An_unknown_answer_to_edit_shows_those_that_there_are_and_a_way_on()
    {
        DayOne().Say("edit xyz").Sees("I found no answer called “xyz”", "Company: Contoso", "[Today]");
        new Chat().Install().Say("setup").Say("cto").Say("later").Say("edit").Sees("Choose what to change:", "Role: The new CTO", "[Continue]")
            .Press("Continue").Sees("What is your company called?");
    }

    [Fact]
    public void Nothing_typed_into_a_dialog_asks_again() =>
        new Chat().Install().Say("setup").Say("").Sees("Which hat do you wear?").Say("\u200b ").Sees("Which hat do you wear?");
}
