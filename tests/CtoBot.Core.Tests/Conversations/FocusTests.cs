namespace CtoBot.Core.Tests.Conversations;

/// <summary>Typed words belong to the question that the person sees.</summary>
public sealed class FocusTests
{
    private static Chat AtTheClock() =>
        new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso")).Sees("Which time zone");

    [Fact]
    public void After_an_old_card_with_a_mistake_words_answer_what_that_card_asks()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)");
        var old = chat.Action("Next");
        chat.Press(old, ("hat", "cto"), ("company", "Contoso")).Sees("Which time zone");
        chat.Press(old, ("hat", "cto"), ("company", "")).Sees("Company is needed here");
        chat.Say("Fabrikam").Sees("Which time zone").SeesNot("!!").Say("back").Sees("= Fabrikam");
    }

    [Fact]
    public void After_an_old_card_that_was_overtaken_words_answer_what_that_card_asks()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)");
        var old = chat.Action("Next");
        chat.Press(old, ("hat", "cto"), ("company", "Contoso")).Press(old, ("hat", "cto"), ("company", "Fabrikam")).Sees("Change it here if you like");
        chat.Say("Tailspin").Sees("Which time zone").Say("back").Sees("= Tailspin");
    }

    [Fact]
    public void A_mistake_in_one_changed_answer_asks_for_that_one_only()
    {
        var chat = new Chat().SetUp().Say("edit company").Say(new string('x', 81)).Sees("80 fit here").SeesNot("Which hat");
        chat.Say("Fabrikam").Sees("Company: Fabrikam");
    }

    [Fact]
    public void A_card_of_a_dialog_that_was_put_aside_takes_it_up_again()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)");
        var old = chat.Action("Next");
        chat.Say("later").Press(old, ("hat", "cto"), ("company", "Contoso")).Sees("Which time zone");
        chat.Say("Berlin").Say("7:30").Say("mon-fri").Sees("When is your first day");
    }

    [Fact]
    public void Continue_goes_on_with_what_was_put_aside_last()
    {
        var chat = AtTheClock();
        chat.Now += NodaTime.Duration.FromMinutes(1);
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "message"), (DataKeys.Subject, "apology"))).Say("later");
        chat.Say("setup").Sees("Which time zone").Say("later").Say("continue").Sees("Which time zone");
    }

    [Fact]
    public void Back_on_a_card_whose_page_is_asked_no_more_does_not_lead_forward()
    {
        var chat = AtTheClock()
            .Press("Next", ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri"))
            .Press("Next", ("start", "2026-12-02")).Sees("Would another day do");
        var back = chat.Action("Back");
        chat.Press("Back").Press("Next", ("start", "2026-12-04")).Sees("Who reports to you");
        chat.Press(back).Sees("When is your first day");
    }

    [Fact]
    public void A_dialog_goes_back_to_the_view_that_it_was_last_opened_from()
    {
        var chat = new Chat().SetUp().At(11, 27).Say("note 1").Say("day 1").Press("Details: Meet your direct reports").Press("Note");
        chat.Press("Save", ("note", "Ask about on-call")).Sees("Note: Ask about on-call", "[Back to the list]");
    }

    [Fact]
    public void Changing_an_answer_can_be_called_off_and_says_so()
    {
        foreach (var words in (string[])["cancel", "later"])
            new Chat().SetUp().Say("edit company").Sees("[Save][Cancel]").Say(words).Sees("Nothing changed.", "Company: Contoso").SeesNot("Saved");
        var chat = new Chat().SetUp().Say("settings").Press("Change Company").Press("Save", ("company", "Contoso"));
        chat.Sees("Nothing changed.").SeesNot("Saved");
    }
}
