using CtoBot.Core.State;

namespace CtoBot.Core.Tests.Conversations;

/// <summary>What can be taken back is part of a state that every turn reads and writes: it has a size.</summary>
public sealed class UndoMemoryTests
{
    [Fact]
    public void Old_changes_are_forgotten_where_their_words_are_too_many_and_the_latest_stays()
    {
        var chat = Interview.Begin().Press("Next", ("usage", "")).Press("Next");
        for (var line = 1; line <= 7; line++)
            chat.Press("Save and add more", ("quotes.words", new string('q', 19_000) + line));
        // The last entry alone remembers six quotes: 114,000 characters.
        Assert.Single(chat.State.Undo);
        chat.Say("undo");
        Assert.Equal(6, Assert.IsType<Flows.AnswerValue.Table>(chat.State.Drafts[Interview.Id].Answers["quotes"].Value).Lines.Length);
        Assert.Empty(chat.State.Undo);
    }

    [Fact]
    public void Changes_that_fit_are_remembered_up_to_their_number()
    {
        var chat = Interview.Begin();
        for (var line = 1; line <= 12; line++)
            chat.Press("Next", ("usage", $"Use {line}"), ("leaving", "price")).Press("Back");
        Assert.Equal(PersonState.MaxUndo, chat.State.Undo.Count);
    }
}
