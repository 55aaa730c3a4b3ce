using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

public sealed class MannersTests
{
    [Fact]
    public void Installed_twice_at_once_is_welcomed_once()
    {
        var chat = new Chat().Install().Sees("Good to meet you");
        Assert.Empty(chat.Install().Last.Replies);
    }

    [Fact]
    public void Removed_and_added_again_finds_everything()
    {
        var chat = new Chat().SetUp().Remove();
        Assert.Empty(chat.Last.Replies);
        chat.Install().Sees("Welcome back. Everything is where you left it.", "Meet your direct reports");
    }

    [Fact]
    public void Installed_again_later_says_so_once()
    {
        var chat = new Chat().SetUp();
        chat.Now += Duration.FromHours(1);
        chat.Install().Sees("Welcome back");
        Assert.Empty(chat.Install().Last.Replies);
    }

    [Theory]
    [InlineData("hi")]
    [InlineData("Hello!")]
    [InlineData("HELLO")]
    [InlineData("  hey  ")]
    public void A_greeting_is_answered_and_leads_on(string greeting)
    {
        new Chat().Install().Say(greeting).Sees("Hello Alex", "[Set up (2 minutes)]");
        new Chat().SetUp().Say("done 1").Say(greeting).Sees("Hello Alex", "Meet your direct reports").SeesNot("[Undo]");
    }

    [Theory]
    [InlineData("help")]
    [InlineData("HELP")]
    [InlineData("?")]
    [InlineData("What can you do?")]
    public void Help_lists_what_can_be_said(string words) =>
        new Chat().Install().Say(words).Sees("# What you can say", "* today |", "* move 2 to Friday |").SeesNot("Good to meet you");

    [Theory]
    [InlineData("tody", "today")]
    [InlineData("mesages", "messages")]
    [InlineData("setpu", "setup")]
    public void A_misspelt_command_gets_a_suggestion_that_works(string words, string meant) =>
        new Chat().SetUp().Say(words).Sees($"Did you mean “{meant}”?").Press($"Yes, {meant}").SeesNot("Did you mean");

    [Theory]
    [InlineData("What is the meaning of life, and who pays for it?")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200b\u202e\u0000\ud800")]
    [InlineData("done 99")]
    [InlineData("day 99")]
    [InlineData("back")]
    public void Nothing_is_a_dead_end(string words)
    {
        Assert.NotEmpty(Chat.Actions(new Chat().Install().Say(words).Last.Replies));
        Assert.NotEmpty(Chat.Actions(new Chat().SetUp().Say(words).Last.Replies));
    }

    [Fact]
    public void Small_talk_in_a_dialog_leads_back_to_its_question() =>
        new Chat().Install().Press("Set up (2 minutes)").Say("who are you").Sees("I am CtoBot", "Which hat");

    [Fact]
    public void A_command_in_a_dialog_is_done_and_the_dialog_waits()
    {
        var chat = new Chat().SetUp().Say("edit company").Say("today").Sees("Meet your direct reports");
        chat.Say("Fabrikam").Sees("Company: Fabrikam");
    }

    [Fact]
    public void Several_dialogs_wait_side_by_side()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)").Press("Next", ("hat", "cto"), ("company", "Contoso")).Say("later");
        chat.Press(CardAction.Of(Verbs.Open, (DataKeys.Flow, "message"), (DataKeys.Subject, "apology"))).Say("later");
        chat.Say("dialogs").Sees("Setting up | 2 answered so far").Press("Setting up").Sees("Which time zone");
    }

    [Fact]
    public void The_same_activity_twice_changes_nothing_and_shows_where_things_are()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)");
        var input = new Input.Submitted("same", new("Alex Chen", "en-GB", "Europe/Berlin"), chat.Action("Next"), Fields(("hat", "cto"), ("company", "Contoso")));
        var once = chat.Take(input).Sees("Which time zone").State;
        var twice = chat.Take(input).Sees("Which time zone").State;
        Assert.True(chat.Last.Repeated);
        Assert.Equal(State.StateJson.Write(once), State.StateJson.Write(twice));
    }

    [Fact]
    public void An_old_card_does_not_overwrite_a_newer_answer()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)");
        var old = chat.Action("Next");
        chat.Press(old, ("hat", "cto"), ("company", "Contoso"));
        chat.Press(old, ("hat", "cto"), ("company", "Fabrikam")).Sees("“Company” was answered in the meantime: Contoso. I kept that.", "= Contoso");
    }

    [Fact]
    public void Two_pages_submitted_in_the_wrong_order_are_both_kept()
    {
        var chat = new Chat().Install().Press("Set up (2 minutes)");
        var first = chat.Action("Next");
        var second = CardAction.Of(Verbs.Answer, (DataKeys.Flow, "setup"), (DataKeys.Page, "clock"), (DataKeys.Seen, "zone:0 reminder:0 workdays:0"));
        chat.Press(second, ("zone", "Berlin"), ("reminder", "07:30"), ("workdays", "mon,tue,wed,thu,fri")).Sees("Which hat");
        chat.Press(first, ("hat", "cto"), ("company", "Contoso")).Sees("When is your first day");
    }

    [Theory]
    [InlineData("no-such-flow", "", "answer")]
    [InlineData("note", "no-such-step", "open")]
    [InlineData("setup", "another subject", "answer")]
    [InlineData("message", "../../etc", "edit")]
    public void A_forged_card_opens_nothing(string flow, string subject, string verb)
    {
        var chat = new Chat().SetUp();
        var before = chat.State.Drafts.Keys.Order();
        chat.Press(CardAction.Of(verb, (DataKeys.Flow, flow), (DataKeys.Subject, subject), (DataKeys.Page, "x"), (DataKeys.Seen, "q:1")), ("q", "x"));
        Assert.Equal(before, chat.State.Drafts.Keys.Order());
        Assert.NotEmpty(chat.Last.Replies);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> Fields(params (string Key, string Value)[] fields) =>
        System.Collections.Immutable.ImmutableDictionary.CreateRange(fields.Select(field => KeyValuePair.Create(field.Key, field.Value)));
}
