using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>What the Teams handler adds, through the HTTP door.</summary>
public sealed class TeamsActivityHandlerTests : IAsyncLifetime
{
    private readonly RecordingHandler handler = new();
    private LoopbackServer connector = null!;
    private BotHost host = null!;

    public async ValueTask InitializeAsync()
    {
        connector = await LoopbackServer.StartAsync();
        host = await BotHost.StartAsync(handler.OnTurnAsync);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await connector.DisposeAsync();
    }

    private Task<(HttpStatusCode Status, string Body)> UpdateAsync(string change)
    {
        var update = Json.Message(connector.Url);
        update["type"] = "conversationUpdate";
        update.Merge(JObject.Parse(change));
        return host.PostAsync(update.ToString());
    }

    [Fact]
    public async Task A_member_that_joined_is_looked_up_in_the_team()
    {
        connector.Answer = context => context.Response.WriteAsync("""{"id":"29:new","name":"New","email":"n@x.org"}""");
        await UpdateAsync("""{"membersAdded":[{"id":"29:new"}],"channelData":{"team":{"id":"19:team"}}}""");
        Assert.Equal("/v3/conversations/19%3Ateam/members/29%3Anew", Assert.Single(connector.Requests).Path);
        Assert.Equal(["Added 29:new n@x.org in 19:team", "Base added 29:new"], handler.Calls);
    }

    [Fact]
    public async Task The_bot_and_a_member_told_in_full_are_not_looked_up()
    {
        await UpdateAsync("""{"membersAdded":[{"id":"28:bot"},{"id":"29:new","email":"n@x.org"}]}""");
        Assert.Empty(connector.Requests);
        Assert.Equal(["Added 28:bot , 29:new n@x.org in ", "Base added 28:bot 29:new"], handler.Calls);
    }

    [Fact]
    public async Task A_member_that_left_again_is_taken_from_the_activity()
    {
        connector.Answer = context =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("""{"error":{"code":"ConversationNotFound"}}""");
        };
        await UpdateAsync("""{"membersAdded":[{"id":"29:new"}]}""");
        Assert.Equal(["Added 29:new  in ", "Base added 29:new"], handler.Calls);
    }

    [Fact]
    public async Task Members_that_left_are_told()
    {
        await UpdateAsync("""{"membersRemoved":[{"id":"29:old"},null]}""");
        Assert.Equal(["Base removed 29:old"], handler.Calls);
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task On_another_channel_the_base_class_decides()
    {
        await UpdateAsync("""{"channelId":"emulator","membersAdded":[{"id":"28:bot"}]}""");
        Assert.Empty(handler.Calls);
    }

    [Theory]
    [InlineData("""{"channelData":"text"}""")]
    [InlineData("""{"channelData":{"team":[]},"topicName":"x"}""")]
    public async Task Channel_data_of_another_shape_is_no_error(string change) =>
        Assert.Equal(HttpStatusCode.OK, (await UpdateAsync(change)).Status);

    [Fact]
    public async Task An_invoke_without_a_name_is_a_card_action()
    {
        var (status, body) = await host.PostAsync(Json.Invoke(connector.Url, null, new JObject()).ToString());
        Assert.Equal((HttpStatusCode.OK, "\"card action\""), (status, body));
    }

    [Fact]
    public async Task A_handler_without_card_actions_does_not_implement_them()
    {
        await using var plain = await BotHost.StartAsync(new TeamsActivityHandler().OnTurnAsync);
        Assert.Equal(HttpStatusCode.NotImplemented, (await plain.PostAsync(Json.Invoke(connector.Url, null, null).ToString())).Status);
        Assert.Equal(HttpStatusCode.NotImplemented, (await plain.PostAsync(Json.Invoke(connector.Url, "task/fetch", new JObject()).ToString())).Status);
    }

    [Fact]
    public async Task A_card_replaces_the_one_whose_action_was_chosen()
    {
        var value = JObject.Parse("""{"action":{"type":"Action.Execute","verb":"tick","data":{}}}""");
        var (status, body) = await host.PostAsync(Json.Invoke(connector.Url, "adaptiveCard/action", value).ToString());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("""{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""", body);
    }

    [Fact]
    public async Task What_was_answered_to_a_file_consent_card_is_told_with_its_context()
    {
        var accepted = JObject.Parse("""
            {"type":"fileUpload","action":"accept","context":{"key":"k"},"uploadInfo":{"contentUrl":"https://contoso.sharepoint.com/f.docx","name":"f.docx","uploadUrl":"https://upload.link","uniqueId":"1150D938","fileType":"docx","etag":"123"}}
            """);
        Assert.Equal((HttpStatusCode.OK, ""), await host.PostAsync(Json.Invoke(connector.Url, "fileConsent/invoke", accepted).ToString()));
        Assert.Equal((HttpStatusCode.OK, ""), await host.PostAsync(Json.Invoke(connector.Url, "fileConsent/invoke", JObject.Parse("""{"type":"fileUpload","action":"decline","context":{"key":"k"}}""")).ToString()));
        Assert.Equal(["Accepted k: f.docx docx 1150D938 https://upload.link https://contoso.sharepoint.com/f.docx", "Declined k"], handler.Calls);
    }

    [Theory]
    [InlineData("""{"action":"perhaps"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"action":{}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{}""", HttpStatusCode.BadRequest)]
    [InlineData("\"accept\"", HttpStatusCode.BadRequest)]
    [InlineData("""{"action":"accept","uploadInfo":"none"}""", HttpStatusCode.BadRequest)]
    public async Task An_answer_of_another_shape_is_a_bad_request(string value, HttpStatusCode expected)
    {
        Assert.Equal(expected, (await host.PostAsync(Json.Invoke(connector.Url, "fileConsent/invoke", JToken.Parse(value)).ToString())).Status);
        Assert.Empty(handler.Calls);
    }

    [Fact]
    public async Task A_handler_without_files_does_not_implement_them()
    {
        await using var plain = await BotHost.StartAsync(new TeamsActivityHandler().OnTurnAsync);
        foreach (var action in new[] { "accept", "decline" })
            Assert.Equal(HttpStatusCode.NotImplemented, (await plain.PostAsync(Json.Invoke(connector.Url, "fileConsent/invoke", new JObject { ["action"] = action }).ToString())).Status);
    }

    [Fact]
    public void Cards_of_files_are_written_as_documented()
    {
        static string Written(object card) => JObject.FromObject(card, new() { NullValueHandling = NullValueHandling.Ignore }).ToString(Formatting.None);
        Assert.Equal("""{"description":"d","sizeInBytes":5,"acceptContext":{"key":"k"},"declineContext":{"a":1}}""", Written(new FileConsentCard("d", 5, new JObject { ["key"] = "k" }, new { a = 1 })));
        Assert.Equal("""{"uniqueId":"u","fileType":"docx"}""", Written(new FileInfoCard("u", "docx")));
        Assert.Equal(("application/vnd.microsoft.teams.card.file.consent", "application/vnd.microsoft.teams.card.file.info"), (FileConsentCard.ContentType, FileInfoCard.ContentType));
    }

    private sealed class RecordingHandler : TeamsActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Calls.Add($"Added {string.Join(", ", teamsMembersAdded.Select(member => $"{member.Id} {member.Email}"))} in {teamInfo?.Id}");
            return base.OnTeamsMembersAddedAsync(teamsMembersAdded, teamInfo, turnContext, cancellationToken);
        }

        protected override Task OnMembersAddedAsync(IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Calls.Add($"Base added {string.Join(' ', membersAdded.Select(member => member.Id))}");
            return Task.CompletedTask;
        }

        protected override Task OnMembersRemovedAsync(IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Calls.Add($"Base removed {string.Join(' ', membersRemoved.Select(member => member.Id))}");
            return Task.CompletedTask;
        }

        protected override Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
            Task.FromResult(CreateInvokeResponse("card action"));

        protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
        {
            var (answer, upload) = (fileConsentCardResponse, fileConsentCardResponse.UploadInfo);
            Calls.Add($"Accepted {((JObject)answer.Context)["key"]}: {upload.Name} {upload.FileType} {upload.UniqueId} {upload.UploadUrl} {upload.ContentUrl}");
            return Task.CompletedTask;
        }

        protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
        {
            Calls.Add($"Declined {((JObject)fileConsentCardResponse.Context)["key"]}");
            return Task.CompletedTask;
        }

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.card.adaptive", Value = new { type = "AdaptiveCard" } });
    }
}
