using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

public sealed class TurnContextTests : IDisposable
{
    private readonly RecordingAdapter adapter = new();
    private readonly TurnContext turn;

    public TurnContextTests() => turn = new TurnContext(adapter, new Activity(ActivityTypes.Message)
    {
        Id = "in",
        ChannelId = "msteams",
        ServiceUrl = "https://service",
        Locale = "de-CH",
        From = new ChannelAccount("29:person"),
        Recipient = new ChannelAccount("28:bot"),
        Conversation = new ConversationAccount(id: "c"),
    });

    public void Dispose() => turn.Dispose();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_sent_is_addressed_to_the_place_of_the_turn_and_gets_its_id()
    {
        var activities = new IActivity[] { new Activity(ActivityTypes.Typing), new Activity(ActivityTypes.Message) { Locale = "fr" } };
        var responses = await turn.SendActivitiesAsync(activities, Token);
        Assert.Equal(["sent-0", "sent-1"], responses.Select(response => response.Id));
        Assert.Equal(["sent-0", "sent-1"], activities.Select(activity => activity.Id));
        Assert.All(adapter.Sent, sent => Assert.Equal(
            ("in", "msteams", "https://service", "28:bot", "29:person", "c"),
            (sent.ReplyToId, sent.ChannelId, sent.ServiceUrl, sent.From.Id, sent.Recipient.Id, sent.Conversation.Id)));
        Assert.All(adapter.Sent, sent => Assert.Equal("de-CH", sent.Locale));
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task A_trace_is_no_response()
    {
        await turn.SendActivityAsync(new Activity(ActivityTypes.Trace), Token);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task A_text_is_a_message()
    {
        await turn.SendActivityAsync("hi", "speak", InputHints.ExpectingInput, Token);
        var sent = Assert.Single(adapter.Sent);
        Assert.Equal((ActivityTypes.Message, "hi", "speak", InputHints.ExpectingInput), (sent.Type, sent.Text, sent.Speak, sent.InputHint));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public Task A_blank_text_is_an_error(string? text) =>
        Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(text, cancellationToken: Token));

    [Fact]
    public async Task Nothing_to_send_is_an_error()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([], Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivitiesAsync(null, Token));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync((IActivity?)null, Token));
    }

    [Fact]
    public async Task An_update_is_addressed_and_a_deletion_names_its_place()
    {
        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "old" }, Token);
        await turn.DeleteActivityAsync("old", Token);
        Assert.Equal(("old", "c"), (adapter.Updated.Single().Id, adapter.Updated.Single().Conversation.Id));
        Assert.Equal(("old", "c"), (adapter.Deleted.Single().ActivityId, adapter.Deleted.Single().Conversation.Id));
    }

    [Fact]
    public void Values_of_the_turn_are_found_by_type_and_by_name()
    {
        turn.TurnState.Add("a text");
        turn.TurnState.Add("name", new Uri("https://x"));
        Assert.Equal("a text", turn.TurnState.Get<string>());
        Assert.Null(turn.TurnState.Get<string>("name"));
        Assert.NotNull(turn.TurnState.Get<Uri>("name"));
        Assert.Throws<ArgumentException>(() => turn.TurnState.Add("another"));
        turn.TurnState.Set("another");
        Assert.Equal("another", turn.TurnState.Get<string>());
        turn.TurnState.Set<string>(null!);
        Assert.Null(turn.TurnState.Get<string>());
    }
}
