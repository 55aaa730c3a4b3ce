using CtoBot.Core.Flows;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>Tables that are filled line by line.</summary>
public sealed class EntryTests
{
    private const string Words = "  “Wir lieben es” – **but**\r\n\t1. it *hurts* 😀 \u05e9\u05dc\u05d5\u05dd | a; b\n\n";

    private static Chat AtBugs(string locale = "en-GB") => Interview.Begin(locale).Press("Next", ("usage", "All of it"), ("leaving", "price")).Sees("Which bugs hurt?");

    private static AnswerValue? Value(Chat chat, string question) => chat.State.Drafts[Interview.Id].Answers.GetValueOrDefault(question)?.Value;

    private static Core.Reading.Row[] Rows(Chat chat, string question) => Value(chat, question) is AnswerValue.Table table ? [.. table.Lines] : [];

    [Fact]
    public void A_line_is_added_and_the_same_page_asked_again_until_the_person_goes_on()
    {
        var chat = AtBugs();
        chat.Press("Add another", ("bugs.title", "Export crashes"), ("bugs.severity", "blocker"), ("bugs.since", "2026-11-02"), ("bugs.cost", "12k"));
        chat.Sees("Which bugs hurt?", "1 Export crashes · Blocks them · Since: Monday 2 November 2026 · Cost: 12,000 GBP", "Title = \n");
        chat.Press("Next", ("bugs.title", "Slow start")).Sees("What did they say");
        var rows = Rows(chat, "bugs");
        Assert.Equal(["Export crashes", "Slow start"], rows.Select(row => row.Cells["title"]));
        Assert.Equal("12000 GBP", rows[0].Cells["cost"]);
        Assert.Distinct(rows.Select(row => row.Id));
        Assert.All(rows, row => Assert.Matches("^r[0-9]+n1$", row.Id));
    }

    [Fact]
    public void A_group_that_is_left_blank_adds_nothing()
    {
        var chat = AtBugs().Press("Next", ("bugs.title", " "), ("bugs.cost", ""));
        Assert.IsType<AnswerValue.Skipped>(Value(chat, "bugs"));
        chat = AtBugs().Press("Add another", ("bugs.title", "One")).Press("Next", ("bugs.title", "")).Sees("What did they say");
        Assert.Single(Rows(chat, "bugs"));
        chat = AtBugs().Press("Add another").Sees("Which bugs hurt?");
        Assert.Null(Value(chat, "bugs"));
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_input_and_the_rest_stays_there()
    {
        var chat = AtBugs().Press("Next", ("bugs.severity", "blocker"), ("bugs.cost", "much"));
        chat.Sees("  Title = \n    !! Title is needed here.", "Severity = blocker", "Cost = much\n    !! I couldn't read “much” as an amount of money");
        Assert.Null(Value(chat, "bugs"));
        chat.Press("Next", ("bugs.title", "Export"), ("bugs.severity", "blocker"), ("bugs.cost", "5")).Sees("What did they say");
        Assert.Equal("5 GBP", Rows(chat, "bugs")[0].Cells["cost"]);
    }

    [Theory]
    [InlineData("en-GB", "1200.5 GBP")]
    [InlineData("sv-SE", "1200,5 EUR")]
    public void The_summary_lists_lines_and_each_can_be_changed_and_keeps_its_id(string locale, string money)
    {
        var chat = AtSummary(AtBugs(locale).Press("Next", ("bugs.title", "Export"), ("bugs.cost", money)));
        var id = Rows(chat, "bugs")[0].Id;
        chat.Sees("Bugs 1: Export · Cost: ", "Bugs: 1 in all").Press("Change Bugs 1").Sees("Changing: Export", "Title = Export", $"Cost = {money}", "[Remove]").SeesNot("Add another");
        chat.Press("Save", ("bugs.title", "Export is slow"), ("bugs.cost", money), ("bugs.severity", "minor")).Sees("Bugs 1: Export is slow · A nuisance", "Saved.");
        var row = Assert.Single(Rows(chat, "bugs"));
        Assert.Equal((id, "Export is slow", "minor"), (row.Id, row.Cells["title"], row.Cells["severity"]));
        chat.Say("undo").Press(Interview.Open()).Sees("Bugs 1: Export ·");
    }

    private static Chat AtSummary(Chat chat) => chat.Press("Skip").Sees("# Interview", "Use: All of it");

    [Fact]
    public void More_can_be_added_to_a_dialog_that_has_ended()
    {
        var chat = AtSummary(AtBugs().Press("Next", ("bugs.title", "One")));
        chat.Press("Add to Bugs").Sees("  1 One").Press("Add another", ("bugs.title", "Two")).Sees("  2 Two").Press("Save").Sees("Bugs 2: Two", "Bugs: 2 in all").SeesNot("Nothing changed");
        chat.Press("Add to Bugs").Press("Cancel").Sees("Bugs: 2 in all").SeesNot("Nothing changed");
        chat.Say("edit bugs 2").Sees("Changing: Two");
    }

    [Fact]
    public void A_line_is_removed_and_brought_back()
    {
        var chat = AtSummary(AtBugs().Press("Add another", ("bugs.title", "One")).Press("Next", ("bugs.title", "Two")));
        var two = Rows(chat, "bugs")[1];
        chat.Press("Change Bugs 2").Press("Remove").Sees("Removed “Two”", "Bugs: 1 in all");
        chat.Press("Change Bugs 1").Press("Remove").Sees("Bugs: Not answered");
        chat.Say("undo").Say("undo");
        Assert.Equal(two, Rows(chat, "bugs")[1]);
    }

    [Fact]
    public void Removing_twice_removes_once_and_a_line_that_changed_meanwhile_is_shown()
    {
        var chat = AtSummary(AtBugs().Press("Add another", ("bugs.title", "One")).Press("Next", ("bugs.title", "Two")));
        var remove = chat.Press("Change Bugs 2").Action("Remove");
        chat.Press("Save", ("bugs.title", "Two, and worse")).Press(remove).Sees("That card is from before a change", "Changing: Two, and worse");
        Assert.Equal(2, Rows(chat, "bugs").Length);
        chat.Press("Remove").Sees("Removed “Two, and worse”").Press(remove).Sees("That card is from before a change");
        Assert.Single(Rows(chat, "bugs"));
    }

    [Fact]
    public void A_line_from_an_old_card_is_added_to_what_was_added_since()
    {
        var chat = AtBugs();
        var card = chat.Action("Next");
        chat.Press("Next", ("bugs.title", "From the phone")).Press(card, ("bugs.title", "From the desk"));
        Assert.Equal(["From the phone", "From the desk"], Rows(chat, "bugs").Select(row => row.Cells["title"]));
    }

    [Fact]
    public void The_same_card_pressed_on_two_devices_adds_one_line_and_a_later_card_may_add_it_again()
    {
        var chat = AtBugs();
        var card = chat.Action("Add another");
        chat.Press(card, ("bugs.title", "Same")).Press(card, ("bugs.title", "Same"));
        Assert.Single(Rows(chat, "bugs"));
        chat.Press("Add another", ("bugs.title", "Same"));
        Assert.Equal(2, Rows(chat, "bugs").Length);
    }

    [Fact]
    public void A_change_from_an_old_card_does_not_overwrite_another_and_can_be_put_in_its_place()
    {
        var chat = AtSummary(AtBugs().Press("Next", ("bugs.title", "One")));
        var old = chat.Press("Change Bugs 1").Action("Save");
        chat.Press("Save", ("bugs.title", "Phone")).Press("Add to Bugs").Press("Save", ("bugs.title", "Other"));
        chat.Press(old, ("bugs.title", "Desk")).Sees("This was changed in the meantime", "Changing: Phone", "Title = Desk");
        Assert.Equal("Phone", Rows(chat, "bugs")[0].Cells["title"]);
        chat.Press("Save", ("bugs.title", "Desk"));
        Assert.Equal(["Desk", "Other"], Rows(chat, "bugs").Select(row => row.Cells["title"]));
    }

    [Fact]
    public void A_line_added_elsewhere_does_not_make_the_change_of_another_line_stale()
    {
        var chat = AtSummary(AtBugs().Press("Next", ("bugs.title", "One")));
        var old = chat.Press("Change Bugs 1").Action("Save");
        chat.Press("Cancel").Press("Add to Bugs").Press("Save", ("bugs.title", "Two")).Press(old, ("bugs.title", "First"));
        Assert.Equal(["First", "Two"], Rows(chat, "bugs").Select(row => row.Cells["title"]));
    }

    [Fact]
    public void A_change_of_a_line_that_was_removed_keeps_the_words_to_be_added_again()
    {
        var chat = AtSummary(AtBugs().Press("Next", ("bugs.title", "One")));
        var old = chat.Press("Change Bugs 1").Action("Save");
        chat.Press("Remove").Press(old, ("bugs.title", "One, still")).Sees("This was removed in the meantime", "Title = One, still");
        chat.Press("Save", ("bugs.title", "One, still"));
        Assert.Equal("One, still", Assert.Single(Rows(chat, "bugs")).Cells["title"]);
    }

    [Fact]
    public void Nothing_left_of_a_line_is_no_change()
    {
        var chat = AtSummary(AtBugs().Press("Next", ("bugs.title", "One"))).Press("Change Bugs 1").Press("Save", ("bugs.title", " ")).Sees("Nothing is left of this");
        Assert.Single(Rows(chat, "bugs"));
    }

    [Fact]
    public void A_quote_is_kept_word_for_word_from_a_card_and_typed_and_edited()
    {
        var chat = AtBugs().Press("Skip").Press("Save and add more", ("quotes.words", Words), ("quotes.who", " Ann "));
        Assert.Equal((Words, "Ann"), (Rows(chat, "quotes")[0].Cells["words"], Rows(chat, "quotes")[0].Cells["who"]));
        var typed = AtBugs().Press("Skip").Say(Words);
        Assert.Equal(Words, Assert.Single(Rows(typed, "quotes")).Cells["words"]);
        Assert.Equal("\"today\" and more", Rows(AtBugs().Press("Skip").Say("\"today\" and more"), "quotes")[0].Cells["words"]);
        // A client gives other line ends back than it got: the words stay.
        chat = AtSummary(chat).Press("Change Quotes 1").Press("Save", ("quotes.words", Words.ReplaceLineEndings("\n")), ("quotes.who", "Bob"));
        Assert.Equal((Words, "Bob"), (Rows(chat, "quotes")[0].Cells["words"], Rows(chat, "quotes")[0].Cells["who"]));
        var longest = new string('x', 20_000);
        chat.Press("Add to Quotes").Press("Save", ("quotes.words", longest + "y")).Sees("That is 20001 characters; 20000 fit here").Press("Save", ("quotes.words", longest));
        Assert.Equal(longest, Rows(chat, "quotes")[1].Cells["words"]);
    }

    [Fact]
    public void A_long_answer_from_a_card_keeps_its_line_ends_when_it_comes_back()
    {
        var chat = Interview.Begin().Say("one\r\ntwo ").Say("back").Press("Next", ("usage", "one\ntwo "), ("leaving", "price"));
        Assert.Equal("one\r\ntwo ", Assert.IsType<AnswerValue.Text>(Value(chat, "usage")).Words);
    }

    [Fact]
    public void Typed_lines_are_added_and_say_no_line_twice()
    {
        var chat = AtBugs().Say("Export crashes | blocks them | 2 Nov 2026\nSlow start");
        var rows = Rows(chat, "bugs");
        Assert.Equal(["Export crashes", "Slow start"], rows.Select(row => row.Cells["title"]));
        chat.Say("back").Say("export  CRASHES | | | 5k").Sees("What did they say");
        Assert.Equal(rows.Select(row => row.Id), Rows(chat, "bugs").Select(row => row.Id));
        Assert.Equal(("Export crashes", "blocker", "5000 GBP"), (Rows(chat, "bugs")[0].Cells["title"], Rows(chat, "bugs")[0].Cells["severity"], Rows(chat, "bugs")[0].Cells["cost"]));
        // What contradicts it is another line.
        chat.Say("back").Say("Export crashes | a nuisance");
        Assert.Equal(3, Rows(chat, "bugs").Length);
    }

    [Fact]
    public void What_is_wrong_with_typed_words_is_said_where_it_can_be_mended()
    {
        var chat = AtBugs().Say("Export | huge | | 5k").Sees("Title = Export", "Severity = huge\n", "!! “huge” isn't one of the options", "Cost = 5k");
        chat.Say("One\nTwo | huge").Sees("!! Line 2, Severity").Say("none").Sees("What did they say");
        Assert.IsType<AnswerValue.Skipped>(Value(chat, "bugs"));
        chat.Say("back").Say("a|b|c|d|e").Sees("Line 1 has 5 cells");
    }

    [Fact]
    public void Typed_words_change_the_line_that_is_asked()
    {
        var chat = AtSummary(AtBugs().Press("Add another", ("bugs.title", "One"), ("bugs.cost", "5")).Press("Next", ("bugs.title", "Two")));
        var ids = Rows(chat, "bugs").Select(row => row.Id).ToArray();
        chat.Press("Change Bugs 1").Say("Uno | minor");
        Assert.Equal(ids, Rows(chat, "bugs").Select(row => row.Id));
        Assert.Equal(["title", "severity", "id"], Rows(chat, "bugs")[0].Cells.Keys.OrderByDescending(key => key));
    }

    [Fact]
    public void A_table_has_its_limits_and_says_what_to_do()
    {
        var chat = AtBugs();
        for (var line = 1; line <= 4; line++)
            chat.Press("Add another", ("bugs.title", $"Bug {line}"));
        chat.Press("Next", ("bugs.title", "Bug 5")).Sees("4 is all I can keep here", "Title = Bug 5").Press("Next").Sees("What did they say");
        var quote = new string('q', 19_000);
        for (var line = 1; line <= 7; line++)
            chat.Press("Save and add more", ("quotes.words", quote + line));
        chat.Press("Save and add more", ("quotes.words", quote + 8)).Sees("150000 characters", "remove something");
        Assert.Equal(7, Rows(chat, "quotes").Length);
    }

    [Fact]
    public void What_the_program_keeps_with_a_line_survives_a_change()
    {
        var chat = AtSummary(AtBugs().Press("Next", ("bugs.title", "One")));
        chat.Press("Change Bugs 1");
        chat.Change(state =>
        {
            var draft = state.Drafts[Interview.Id];
            var answer = draft.Answers["bugs"];
            var line = Assert.Single(((AnswerValue.Table)answer.Value).Lines);
            var merged = line with { Cells = line.Cells.Add("same", "v1/r3n1") };
            return state with { Drafts = state.Drafts.SetItem(draft.Id, draft with { Answers = draft.Answers.SetItem("bugs", answer with { Value = new AnswerValue.Table([merged]) }) }) };
        });
        chat.Press("Save", ("bugs.title", "Uno"));
        Assert.Equal(("Uno", "v1/r3n1"), (Rows(chat, "bugs")[0].Cells["title"], Rows(chat, "bugs")[0].Cells["same"]));
    }

    [Fact]
    public void A_pasted_table_is_replaced_as_a_whole_and_its_lines_keep_their_ids()
    {
        var chat = AtBugs("sv-SE").Press("Skip").Press("Save", ("deals", "Acme | 1200,5 EUR\nFabrikam"));
        var ids = Rows(chat, "deals").Select(row => row.Id).ToArray();
        Assert.Distinct(ids);
        chat.Sees("Deals: Acme · Amount: 1,200.5 EUR\nFabrikam").Press("Change Deals").Sees("= Acme | 1200,5 EUR\nFabrikam | ");
        chat.Press("Save", ("deals", "Fabrikam | 7 EUR\nNew\nACME | 1200,5 EUR"));
        Assert.Equal([ids[1], ids[0]], new[] { 0, 2 }.Select(index => Rows(chat, "deals")[index].Id));
        Assert.Equal(["7 EUR", "1200.5 EUR"], new[] { 0, 2 }.Select(index => Rows(chat, "deals")[index].Cells["amount"]));
    }

    [Fact]
    public void A_dialog_in_which_all_is_answered_goes_on_where_it_ends_and_is_ended_by_its_own_button_alone()
    {
        var chat = AtBugs().Press("Skip");
        chat.Press("Save and add more", ("quotes.words", "Hm"), ("next.what", "Call"), ("deals", "Renewal"));
        Assert.Equal(["bugs", "deals", "leaving", "next", "quotes", "usage"], chat.State.Drafts[Interview.Id].Answers.Keys.Order(StringComparer.Ordinal));
        chat.Say("later").Press(Interview.Open()).Sees("What is next?", "  1 Call");
        Assert.Equal(DraftStatus.Open, chat.State.Drafts[Interview.Id].Status);
        chat.Press("Save").Sees("# Interview", "Next 1: Call");
        Assert.Equal(DraftStatus.Done, chat.State.Drafts[Interview.Id].Status);
    }
}
