namespace CtoBot.Core.Tests.Conversations;

/// <summary>A file comes with words, or alone.</summary>
public sealed class FileTests
{
    private const string Told = "I read words only and kept nothing of what you attached.";

    private static Chat File(Chat chat, string words = "") => chat.Take(new Input.Said(chat.NextId(), State.ClientFacts.Unknown, words) { HasFiles = true });

    [Fact]
    public void Alone_it_changes_nothing()
    {
        var chat = File(new Chat().SetUp().Say("today"));
        Assert.Single(chat.Last.Replies);
        chat.Sees(Told);
        File(new Chat()).Sees(Told);
    }

    [Fact]
    public void What_was_asked_is_asked_again()
    {
        var chat = new Chat().SetUp().Say("edit company");
        var asked = chat.Last.Replies.OfType<Reply.Ask>().Single().Title;
        File(chat).Sees(Told);
        Assert.Equal(asked, chat.Last.Replies.OfType<Reply.Ask>().Single().Title);
        chat.Say("Fabrikam").Sees("Fabrikam");
    }

    [Fact]
    public void Its_words_are_an_answer_like_any_others()
    {
        var chat = File(new Chat().SetUp().Say("edit company"), "Fabrikam").Sees(Told, "Fabrikam");
        Assert.Contains("Fabrikam", State.StateJson.Write(chat.State), StringComparison.Ordinal);
    }
}
