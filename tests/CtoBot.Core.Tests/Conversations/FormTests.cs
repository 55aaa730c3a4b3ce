using CtoBot.Core.Flows;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>All questions of a dialog on one card, and one page after the other: two ways through the same.</summary>
public sealed class FormTests
{
    private static Chat AtForm() => Interview.Begin().Press("All on one card");

    private static Draft Draft(Chat chat) => chat.State.Drafts[Interview.Id];

    [Fact]
    public void The_form_shows_whatever_can_apply_and_one_send_answers_it()
    {
        var chat = AtForm().Sees("What was said?", "First, how they use it.", "What do they use?", "Which bugs hurt?", "About the reasons.", "Which competitor?", "What is next?", "[One at a time]").SeesNot("Which competitor? *");
        chat.Press("Save", ("usage", "All"), ("leaving", "competitor"), ("bugs.title", "Export"), ("competitor", "Fabrikam"), ("quotes.words", "Hm "), ("next.what", "Call"));
        chat.Sees("Saved.", "Competitor: Fabrikam", "Bugs 1: Export", "Quotes 1: Hm ", "Next 1: Call", "Deals: Not answered");
        Assert.Equal(DraftStatus.Done, Draft(chat).Status);
        chat.Press(Interview.Open()).Sees("Competitor: Fabrikam").SeesNot("[One at a time]");
    }

    [Fact]
    public void A_blank_form_is_done_and_asks_for_nothing_that_does_not_apply()
    {
        var chat = AtForm().Press("Save").Sees("Use: Not answered");
        Assert.DoesNotContain("competitor", Draft(chat).Answers.Keys);
    }

    [Fact]
    public void What_was_filled_in_and_does_not_apply_is_kept_for_when_it_does()
    {
        var chat = AtForm().Press("Save", ("leaving", "price"), ("competitor", "Fabrikam")).SeesNot("Fabrikam");
        Assert.Equal("Fabrikam", Draft(chat).Value<AnswerValue.Text>("competitor")?.Words);
        chat.Press("Change Reasons").Press("Save", ("leaving", "competitor")).Sees("Competitor: Fabrikam");
    }

    [Fact]
    public void Only_what_is_wrong_or_turned_out_to_be_needed_is_asked_again()
    {
        var chat = AtForm().Press("Save", ("usage", "All"), ("leaving", "competitor"), ("bugs.cost", "5"), ("next.what", "Call"));
        chat.Sees("Title is needed here", "Which competitor? *", "Competitor is needed here").SeesNot("What do they use?").SeesNot("What is next?");
        Assert.Equal("All", Draft(chat).Value<AnswerValue.Text>("usage")?.Words);
        chat.Press("Save", ("bugs.title", "Export"), ("bugs.cost", "5"), ("competitor", "Fabrikam")).Sees("Saved.", "Bugs 1: Export · Cost: 5 GBP", "Next 1: Call");
    }

    [Fact]
    public void More_lines_are_added_without_closing_what_is_still_blank()
    {
        var chat = AtForm().Press("Save and add more", ("bugs.title", "One"), ("next.what", "Call"));
        chat.Sees("Saved.", "What do they use?", "  1 One", "  1 Call");
        Assert.Equal(["bugs", "next"], Draft(chat).Answers.Keys.Order());
        chat.Press("Save and add more", ("usage", "All"), ("bugs.title", "Two")).Sees("What do they use? = All", "  2 Two");
        chat.Press("Save", ("usage", "All of it")).Sees("Use: All of it", "Bugs: 2 in all");
    }

    [Fact]
    public void Several_lines_of_a_table_are_answered_with_one_send()
    {
        var chat = AtForm();
        chat.Press("Save", ("usage", "All"), ("bugs.title", "One"), ("bugs.title.1", "Two"), ("bugs.cost.1", "5k"), ("bugs.title.2", "Three"), ("quotes.words.2", "Hm"));
        chat.Sees("Saved.", "Bugs 1: One", "Bugs 2: Two · Cost: 5,000 GBP", "Bugs 3: Three", "Quotes 1: Hm");
        Assert.Distinct(Draft(chat).Value<AnswerValue.Table>("bugs")!.Lines.Select(line => line.Id));
    }

    [Fact]
    public void Of_several_lines_none_is_taken_if_one_is_wrong_and_all_stand_there_again()
    {
        var chat = AtForm().Press("Save", ("bugs.title", "One"), ("bugs.title.1", "Two"), ("bugs.cost.1", "much"), ("bugs.severity.2", "minor"));
        chat.Sees("  Title = One", "  Title = Two", "Cost = much\n    !! I couldn't read “much” as an amount of money", "  Title = \n    !! Title is needed here.", "  Severity = minor");
        Assert.DoesNotContain("bugs", Draft(chat).Answers.Keys);
        chat.Press("Save", ("bugs.title", "One"), ("bugs.title.1", "Two"), ("bugs.cost.1", "5"), ("bugs.title.2", "Three"), ("bugs.severity.2", "minor")).Sees("Bugs 3: Three · A nuisance");
    }

    [Fact]
    public void There_is_no_room_on_the_card_for_more_lines_than_the_table_takes()
    {
        var chat = AtForm().Press("Save and add more", ("bugs.title", "One"), ("bugs.title.1", "Two"));
        Assert.Single(Asked(chat, "bugs").Entry!.Spare);
        chat.Press("Save and add more", ("bugs.title", "Three"));
        Assert.Empty(Asked(chat, "bugs").Entry!.Spare);
        chat.Press("Save and add more", ("bugs.title", "Four"), ("bugs.title.1", "Five")).Sees("4 is all I can keep here", "  Title = Four", "Title = Five");
        Assert.Equal(3, Draft(chat).Value<AnswerValue.Table>("bugs")!.Lines.Length);
    }

    [Fact]
    public void The_same_form_sent_twice_adds_its_lines_once()
    {
        var chat = AtForm();
        var save = chat.Action("Save and add more");
        chat.Press(save, ("bugs.title", "One"), ("bugs.title.1", "Two")).Press(save, ("bugs.title", "One"), ("bugs.title.1", "Two"));
        Assert.Equal(["One", "Two"], Draft(chat).Value<AnswerValue.Table>("bugs")!.Lines.Select(line => line.Cells["title"]));
    }

    private static Field Asked(Chat chat, string question) => Assert.IsType<Reply.Ask>(Assert.Single(chat.Last.Replies)).Fields.First(field => field.Question.Id == question);

    [Fact]
    public void The_way_that_was_chosen_is_that_of_the_next_dialog()
    {
        var chat = AtForm();
        Assert.True(chat.State.PrefersForm);
        chat.Press("Later").Press("Continue").Sees("What is next?").Press("One at a time").Sees("What do they use?", "[All on one card]").SeesNot("What is next?");
        Assert.False(chat.State.PrefersForm);
        chat.Press("All on one card").Press("Later");
        Assert.True(chat.State.PrefersForm);
        chat.Press("Continue").Say("cancel").Sees("Dropped").Press(Interview.Open()).Sees("What is next?", "[One at a time]");
    }

    [Fact]
    public void Both_ways_ask_for_what_the_other_left_open()
    {
        var chat = Interview.Begin().Press("Next", ("usage", "All"), ("leaving", "competitor")).Press("Next", ("bugs.title", "One")).Press("Back").Press("Back").Press("All on one card");
        chat.Sees("What do they use? = All", "Which competitor? *", "  1 One").Say("Fabrikam").Sees("What did they say").SeesNot("Which competitor?");
        chat.Press("Save").Sees("Competitor: Fabrikam", "Bugs 1: One");
    }

    [Fact]
    public void Typed_words_answer_and_skip_one_question_of_the_form_after_the_other()
    {
        var chat = AtForm().Say("All of it").SeesNot("What do they use?").Say("skip").Sees("Which bugs hurt?").SeesNot("Why might they leave?").SeesNot("Which competitor?");
        chat.Say("Crash").Say("back").Sees("This is the first question.");
        Assert.Equal("Crash", Assert.Single(Draft(chat).Value<AnswerValue.Table>("bugs")!.Lines).Cells["title"]);
        Assert.IsType<AnswerValue.Skipped>(Draft(chat).Answers["leaving"].Value);
    }

    [Fact]
    public void A_form_never_holds_more_words_than_a_message_can_carry()
    {
        var longest = new string('w', 19_000);
        var chat = Interview.Begin().Press("Next", ("usage", longest), ("leaving", "price")).Press("Back").Press("All on one card").Sees(longest);
        var deals = string.Join('\n', Enumerable.Range(0, 35).Select(deal => new string((char)('a' + (deal % 26)), 900)));
        chat.Press("Save and add more", ("usage", longest), ("deals", deals)).Sees(longest, "What is next?").SeesNot("Which deals?");
        chat.Press("Save").Sees("Use: ", "Deals: ");
    }
}
