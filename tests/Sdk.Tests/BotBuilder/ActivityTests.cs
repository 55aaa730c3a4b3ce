using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Sdk.Tests.BotBuilder;

public sealed class ActivityTests
{
    private static Activity NewMessage(string text, params Entity[] entities) => new(ActivityTypes.Message)
    {
        Id = "in",
        ChannelId = "msteams",
        ServiceUrl = "s",
        Locale = "en",
        Text = text,
        From = new ChannelAccount("29:person", "Ada"),
        Recipient = new ChannelAccount("28:bot", "Bot"),
        Conversation = new ConversationAccount(true, id: "c", name: "n"),
        Entities = entities,
    };

    private static Entity NewMention(string? text, string id = "28:bot") => JObject.FromObject(
        new { type = "mention", text, mentioned = new { id, name = "Bot" } }).ToObject<Entity>()!;

    [Fact]
    public void A_reply_goes_back_to_the_sender()
    {
        var reply = NewMessage("hi").CreateReply("ho");
        Assert.Equal(
            (ActivityTypes.Message, "ho", "in", "28:bot", "29:person", "c", "s", "msteams", "en"),
            (reply.Type, reply.Text, reply.ReplyToId, reply.From.Id, reply.Recipient.Id, reply.Conversation.Id, reply.ServiceUrl, reply.ChannelId, reply.Locale));
        Assert.Empty(reply.Attachments);
        Assert.Equal("", NewMessage("hi").CreateReply().Text);
    }

    [Fact]
    public void A_reply_to_an_activity_without_accounts_is_no_error() =>
        Assert.Null(new Activity(ActivityTypes.Message).CreateReply("ho").Recipient.Id);

    [Fact]
    public void A_reference_applied_as_incoming_gives_the_activity_back()
    {
        var message = NewMessage("hi");
        var back = new Activity().ApplyConversationReference(message.GetConversationReference(), isIncoming: true);
        Assert.Equal(("in", "29:person", "28:bot", "c", "en"), (back.Id, back.From.Id, back.Recipient.Id, back.Conversation.Id, back.Locale));
        Assert.Null(back.ReplyToId);
    }

    [Fact]
    public void A_reference_to_a_reply_names_the_reply() =>
        Assert.Equal("out", NewMessage("hi").GetReplyConversationReference(new ResourceResponse("out")).ActivityId);

    [Theory]
    [InlineData("message", true)]
    [InlineData("MESSAGE", true)]
    [InlineData("message/x", true)]
    [InlineData("messageUpdate", false)]
    [InlineData("mess", false)]
    [InlineData(null, false)]
    public void An_activity_is_seen_as_a_message_if_it_is_one(string? type, bool expected) =>
        Assert.Equal(expected, new Activity(type).AsMessageActivity() is not null);

    [Theory]
    [InlineData("<at>Bot</at> help", "<at>Bot</at>", "help")]
    [InlineData("<at>Bot</at> <AT>bot</AT> help", "<at>Bot</at>", "help")]
    [InlineData("help <at>Bot</at>", null, "help")]
    [InlineData("no (mention", "(mention", "no")]
    [InlineData("help", "", "help")]
    public void The_mention_of_the_bot_is_removed(string text, string? mention, string expected)
    {
        var message = NewMessage(text, NewMention(mention));
        Assert.Equal(expected, message.RemoveRecipientMention());
        Assert.Equal(expected, message.Text);
    }

    [Fact]
    public void The_mention_of_another_is_kept() =>
        Assert.Equal("<at>Eve</at> hi", NewMessage("<at>Eve</at> hi", NewMention("<at>Eve</at>", "29:eve")).RemoveRecipientMention());

    [Fact]
    public void Only_what_has_the_shape_of_a_mention_is_one()
    {
        var message = NewMessage("x", NewMention("m"), null!, new Entity("clientInfo"), new Entity("mention"),
            new Entity("MENTION") { Properties = JObject.Parse("""{"mentioned": 7}""") });
        Assert.Equal("28:bot", Assert.Single(message.GetMentions()).Mentioned.Id);
        Assert.Empty(new Activity().GetMentions());
    }

    [Fact]
    public void A_message_without_text_is_left_as_it_is() =>
        Assert.Null(NewMessage(null!, NewMention("x")).RemoveRecipientMention());

    [Fact]
    public void Channel_data_is_read_as_a_type()
    {
        var activity = new Activity { ChannelData = JObject.Parse("""{"tenant":{"id":"t"},"team":{"id":"19:x","aadGroupId":"g"}}""") };
        Assert.Equal(("t", "g"), (activity.GetChannelData<TeamsChannelData>().Tenant.Id, activity.GetChannelData<TeamsChannelData>().Team.AadGroupId));
        Assert.True(activity.TryGetChannelData<TeamsChannelData>(out var data));
        activity.ChannelData = data;
        Assert.Same(data, activity.GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void Channel_data_of_another_shape_is_not_read()
    {
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity { ChannelData = JObject.Parse("""{"tenant":[1]}""") }.TryGetChannelData<TeamsChannelData>(out _));
        Assert.False(new Activity().TryGetChannelData<TeamsChannelData>(out _));
        Assert.Null(new Activity().GetChannelData<TeamsChannelData>());
        Assert.Throws<InvalidCastException>(() => new Activity { ChannelData = "text" }.GetChannelData<TeamsChannelData>());
    }

    [Fact]
    public void An_entity_is_read_and_written_as_a_type()
    {
        var entity = NewMention("m");
        var mention = entity.GetAs<Mention>();
        Assert.Equal(("mention", "m", "28:bot"), (mention.Type, mention.Text, mention.Mentioned.Id));
        var copy = new Entity();
        copy.SetAs(mention);
        Assert.Equal(("mention", "m"), (copy.Type, (string?)copy.Properties["text"]));
    }

    [Fact]
    public void A_message_has_content_if_there_is_something_to_show()
    {
        Assert.False(new Activity { Text = " ", Attachments = [] }.HasContent());
        Assert.True(new Activity { Text = "x" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.True(new Activity { Summary = "x" }.HasContent());
        Assert.True(new Activity { ChannelData = new object() }.HasContent());
    }

    [Fact]
    public void The_factory_makes_messages()
    {
        Assert.Equal((ActivityTypes.Message, "x", InputHints.AcceptingInput), (MessageFactory.Text("x").Type, MessageFactory.Text("x").Text, MessageFactory.Text("x").InputHint));
        Assert.Null(MessageFactory.Text(" ").Text);
        var attached = MessageFactory.Attachment(new Attachment("a/b"), "x");
        Assert.Equal((AttachmentLayoutTypes.List, "a/b", "x"), (attached.AttachmentLayout, Assert.Single(attached.Attachments).ContentType, attached.Text));
        var action = Assert.Single(MessageFactory.SuggestedActions(["yes"], "?").SuggestedActions.Actions);
        Assert.Equal((ActionTypes.ImBack, "yes", "yes"), (action.Type, action.Title, action.Value));
    }
}
