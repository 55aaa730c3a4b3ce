using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>Turns that the bot begins itself.</summary>
public sealed class ProactiveTests
{
    [Fact]
    public async Task A_conversation_is_continued_from_a_reference_that_was_kept_as_json()
    {
        await using var connector = await LoopbackServer.StartAsync();
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var reference = new ConversationReference
        {
            ChannelId = Channels.Msteams,
            ServiceUrl = connector.Url,
            Conversation = new ConversationAccount(id: "a:1", tenantId: "t"),
            User = new ChannelAccount("29:person"),
            Bot = new ChannelAccount("28:bot"),
            Locale = "en-GB",
        };
        var kept = Newtonsoft.Json.JsonConvert.DeserializeObject<ConversationReference>(Newtonsoft.Json.JsonConvert.SerializeObject(reference));
        Activity? began = null;
        await host.Adapter.ContinueConversationAsync("", kept, async (turn, cancellationToken) =>
        {
            began = turn.Activity;
            await turn.SendActivityAsync("good morning", cancellationToken: cancellationToken);
        }, TestContext.Current.CancellationToken);

        Assert.Equal((ActivityTypes.Event, "ContinueConversation"), (began?.Type, began?.Name));
        var sent = Assert.Single(connector.Requests);
        Assert.Equal($"/v3/conversations/a%3A1/activities/{began?.Id}", sent.Path);
        Assert.Equal("29:person", (string?)sent.Json["recipient"]!["id"]);
        Assert.Equal("28:bot", (string?)sent.Json["from"]!["id"]);
        Assert.Equal("en-GB", (string?)sent.Json["locale"]);
    }

    [Fact]
    public async Task A_personal_conversation_is_created_and_its_first_turn_is_in_it()
    {
        await using var connector = await LoopbackServer.StartAsync();
        connector.Answer = context => context.Response.WriteAsync("""{"id":"a:new"}""");
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount("28:bot"),
            Members = [new ChannelAccount("29:person")],
            TenantId = "t",
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo("t") },
        };
        ConversationReference? reference = null;
        await host.Adapter.CreateConversationAsync("", Channels.Msteams, connector.Url, null, parameters, (turn, _) =>
        {
            reference = turn.Activity.GetConversationReference();
            return Task.CompletedTask;
        }, TestContext.Current.CancellationToken);

        var created = Assert.Single(connector.Requests);
        Assert.Equal(("POST", "/v3/conversations"), (created.Method, created.Path));
        Assert.Equal(
            """{"isGroup":false,"bot":{"id":"28:bot"},"members":[{"id":"29:person"}],"channelData":{"tenant":{"id":"t"}},"tenantId":"t"}""",
            created.Body);
        Assert.Equal(("a:new", "t", Channels.Msteams), (reference?.Conversation.Id, reference?.Conversation.TenantId, reference?.ChannelId));
    }

    [Fact]
    public async Task Without_an_error_handler_a_failure_reaches_the_caller()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var reference = new ConversationReference { ServiceUrl = "http://localhost:1", Conversation = new ConversationAccount(id: "c") };
        await Assert.ThrowsAsync<NotSupportedException>(() => host.Adapter.ContinueConversationAsync(
            null, reference, (_, _) => throw new NotSupportedException(), TestContext.Current.CancellationToken));
    }
}
