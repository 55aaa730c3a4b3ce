using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Tests.Conversations;

public sealed class OwnDataTests
{
    private static Chat Noted() => new Chat().SetUp().At(11, 27).Say("note 2: Bring cake").Say("done 1").Say("move 3 to Monday");

    [Theory]
    [InlineData("export my data")]
    [InlineData("Export data!")]
    [InlineData("my data")]
    public void Export_offers_a_document_and_json(string words)
    {
        var chat = Noted().Say(words).Sees("Everything I keep about you", "nothing of anyone else", "15 minutes");
        Assert.Null(Assert.IsType<Reply.Export>(Assert.Single(chat.Last.Replies)).Links);
        Assert.False(chat.Last.Erase);
    }

    [Fact]
    public void Forget_me_shows_what_would_go_and_changes_nothing_yet()
    {
        var chat = Noted();
        var answers = chat.State.Drafts["setup"].Answers.Values.Count(answer => answer.Value is not Flows.AnswerValue.Skipped);
        chat.Say("forget me").Sees("Forget everything about you?", $"your answers ({answers}), your notes (1)", "left out (2)", "Sunday, 22 November 2026", "cannot be undone", "[Keep everything][Delete everything]");
        Assert.False(chat.Last.Erase);
        Assert.Equal(3, chat.State.Steps.Count);
    }

    [Fact]
    public void The_button_forgets() => Forgotten(Noted().Say("forget me").Press("Delete everything"));

    [Fact]
    public void The_words_forget() => Forgotten(Noted().Say("forget me").Say("Delete everything."));

    private static void Forgotten(Chat chat)
    {
        chat.Sees("Everything is deleted", "as strangers");
        Assert.True(chat.Last.Erase);
        Assert.Equal(StateJson.Write(new PersonState()), StateJson.Write(chat.Last.State));
        chat.Say("today").SeesNot("cake").SeesNot("Contoso");
        Assert.False(chat.Last.Erase);
        chat.Install().Sees("Good to meet you");
    }

    [Fact]
    public void A_confirmation_that_comes_again_writes_nothing()
    {
        var chat = Noted().Say("forget me");
        var delete = chat.Action("Delete everything");
        chat.Press(delete).Press(delete).Sees("I keep nothing about you");
        Assert.True(chat.Last.Erase && chat.State.IsBlank);
        chat.Say("delete everything").Sees("I keep nothing about you");
        chat.Say("forget me").Sees("I keep nothing about you");
        Assert.True(chat.Last.Erase && chat.State.IsBlank);
    }

    [Fact]
    public void A_confirmation_that_comes_again_after_a_new_beginning_asks_and_deletes_nothing()
    {
        var chat = Noted().Say("forget me");
        var delete = chat.Action("Delete everything");
        chat.Press(delete).Install().Press(delete).Sees("Forget everything about you?");
        Assert.False(chat.Last.Erase);
    }

    [Fact]
    public void Nobody_is_forgotten_without_being_asked_or_after_an_hour()
    {
        var chat = Noted().Say("delete everything").Sees("Forget everything about you?");
        chat.Now += Duration.FromMinutes(61);
        chat.Say("delete everything").Sees("Forget everything about you?");
        Assert.False(chat.Last.Erase);
        chat.Say("delete everything").Sees("Everything is deleted");
    }

    [Fact]
    public void Keeping_keeps_everything_and_takes_the_question_back()
    {
        var chat = Noted().Say("forget me");
        var delete = chat.Action("Delete everything");
        chat.Press("Keep everything").Sees("Everything is kept.").Press(delete).Sees("Forget everything about you?");
        chat.Say("keep everything").Say("delete everything").Sees("Forget everything about you?").Say("today").Sees("Bring cake");
    }

    [Fact]
    public void Undo_brings_nothing_back() =>
        Noted().Say("forget me").Say("delete everything").Say("undo").Sees("Good to meet you").Say("undo").SeesNot("cake").SeesNot("Contoso");

    [Theory]
    [InlineData("edit company", "company")]
    [InlineData("note 2", "note")]
    [InlineData("move 3", "date")]
    public void An_old_card_brings_nothing_back(string dialog, string field)
    {
        var chat = Noted().Say(dialog);
        var save = chat.Action("Save");
        chat.Say("forget me").Say("delete everything").Press(save, (field, "Old words")).Sees("That card is from before I forgot you", "[Set up (2 minutes)]");
        Assert.Empty(chat.State.Drafts);
        Assert.Empty(chat.State.Steps);
    }

    [Fact]
    public void An_old_card_brings_no_message_back_after_a_new_beginning()
    {
        var chat = Noted().Press(CardAction.Show(Views.Message("apology"))).Press("Edit");
        var save = chat.Action("Save");
        chat.Say("forget me").Say("delete everything").Install().Press(save, ("text", "Old words")).Sees("That card is from before a change");
        Assert.DoesNotContain("Old words", StateJson.Write(chat.State), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_forgotten_and_removes_the_bot_stays_forgotten()
    {
        var chat = Noted().Say("forget me").Say("delete everything").Remove();
        Assert.True(chat.Last.Erase && chat.State.IsBlank);
        Assert.Empty(chat.Last.Replies);
    }

    [Fact]
    public void A_dialog_that_asks_for_words_hears_the_confirmation_all_the_same() =>
        Noted().Say("edit company").Say("forget me").Say("delete everything").Sees("Everything is deleted");
}
