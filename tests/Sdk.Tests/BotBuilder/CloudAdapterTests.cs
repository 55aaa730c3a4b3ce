using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>The adapter between a real HTTP server and a real connector on this machine.</summary>
public sealed class CloudAdapterTests
{
    private static readonly Func<ITurnContext, CancellationToken, Task> Nothing = (_, _) => Task.CompletedTask;

    [Fact]
    public async Task An_answer_goes_to_the_activity_it_answers()
    {
        await using var connector = await LoopbackServer.StartAsync();
        ResourceResponse? response = null;
        var responded = false;
        await using var host = await BotHost.StartAsync(async (turn, cancellationToken) =>
        {
            response = await turn.SendActivityAsync("hi", cancellationToken: cancellationToken);
            responded = turn.Responded;
        });
        var (status, body) = await host.PostAsync(Json.Message(connector.Url + "/_connector").ToString());

        Assert.Equal((HttpStatusCode.OK, ""), (status, body));
        var sent = Assert.Single(connector.Requests);
        Assert.Equal(("POST", "/_connector/v3/conversations/a%3A1%2F2/activities/in-1"), (sent.Method, sent.Path));
        Assert.Equal("hi", (string?)sent.Json["text"]);
        Assert.Equal("28:bot", (string?)sent.Json["from"]!["id"]);
        Assert.Equal("29:person", (string?)sent.Json["recipient"]!["id"]);
        Assert.Equal("in-1", (string?)sent.Json["replyToId"]);
        Assert.Null(sent.Authorization);
        Assert.Equal("sent-1", response?.Id);
        Assert.True(responded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("//")]
    public async Task A_slash_at_the_end_of_the_service_url_is_never_doubled(string end)
    {
        await using var connector = await LoopbackServer.StartAsync();
        await using var host = await BotHost.StartAsync((turn, cancellationToken) => turn.SendActivityAsync("hi", cancellationToken: cancellationToken));
        await host.PostAsync(Json.Message(connector.Url + "/x" + end).ToString());
        Assert.StartsWith("/x/v3/conversations/", Assert.Single(connector.Requests).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sending_without_an_activity_to_answer_goes_to_the_conversation()
    {
        await using var connector = await LoopbackServer.StartAsync();
        await using var host = await BotHost.StartAsync((turn, cancellationToken) => turn.SendActivityAsync("hi", cancellationToken: cancellationToken));
        var message = Json.Message(connector.Url);
        message.Remove("id");
        await host.PostAsync(message.ToString());
        Assert.Equal("/v3/conversations/a%3A1%2F2/activities", Assert.Single(connector.Requests).Path);
    }

    [Fact]
    public async Task An_update_and_a_deletion_name_the_activity()
    {
        await using var connector = await LoopbackServer.StartAsync();
        await using var host = await BotHost.StartAsync(async (turn, cancellationToken) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "old", Text = "new" }, cancellationToken);
            await turn.DeleteActivityAsync("old", cancellationToken);
        });
        await host.PostAsync(Json.Message(connector.Url).ToString());
        Assert.Equal(["PUT", "DELETE"], connector.Requests.Select(request => request.Method));
        Assert.All(connector.Requests, request => Assert.Equal("/v3/conversations/a%3A1%2F2/activities/old", request.Path));
        Assert.Equal("new", (string?)connector.Requests.First().Json["text"]);
    }

    [Fact]
    public async Task An_answer_without_an_id_is_no_error()
    {
        await using var connector = await LoopbackServer.StartAsync();
        connector.Answer = context =>
        {
            context.Response.StatusCode = 202;
            return Task.CompletedTask;
        };
        ResourceResponse? response = null;
        await using var host = await BotHost.StartAsync(async (turn, cancellationToken) => response = await turn.SendActivityAsync("hi", cancellationToken: cancellationToken));
        await host.PostAsync(Json.Message(connector.Url).ToString());
        Assert.Equal("", response?.Id);
    }

    [Fact]
    public async Task A_member_is_looked_up_in_the_conversation()
    {
        await using var connector = await LoopbackServer.StartAsync();
        connector.Answer = context => context.Response.WriteAsync("""{"id":"29:x","objectId":"aad","email":"a@b.c"}""");
        Microsoft.Bot.Schema.Teams.TeamsChannelAccount? member = null;
        await using var host = await BotHost.StartAsync(async (turn, cancellationToken) => member = await Microsoft.Bot.Builder.Teams.TeamsInfo.GetMemberAsync(turn, "29:x", cancellationToken));
        await host.PostAsync(Json.Message(connector.Url).ToString());
        Assert.Equal("/v3/conversations/a%3A1%2F2/members/29%3Ax", Assert.Single(connector.Requests).Path);
        Assert.Equal(("29:x", "aad", "a@b.c"), (member?.Id, member?.AadObjectId, member?.Email));
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(500, null, "?pageSize=500")]
    [InlineData(20, "a/b=", "?pageSize=20&continuationToken=a%2Fb%3D")]
    public async Task Members_of_a_conversation_are_listed_by_the_page_with_what_Teams_knows(int? size, string? token, string query)
    {
        await using var connector = await LoopbackServer.StartAsync();
        connector.Answer = context => context.Response.WriteAsync("""{"continuationToken":"next","members":[{"id":"29:x","name":"Ann","objectId":"aad","userRole":"guest","tenantId":"t"},{"id":"29:y"}]}""");
        Microsoft.Bot.Schema.Teams.TeamsPagedMembersResult? page = null;
        await using var host = await BotHost.StartAsync(async (turn, cancellationToken) => page = await Microsoft.Bot.Builder.Teams.TeamsInfo.GetPagedMembersAsync(turn, size, token, cancellationToken));
        await host.PostAsync(Json.Message(connector.Url).ToString());
        Assert.Equal("/v3/conversations/a%3A1%2F2/pagedmembers" + query, Assert.Single(connector.Requests).Path);
        Assert.Equal("next", page?.ContinuationToken);
        Assert.Equal(["29:x|Ann|aad|guest|t", "29:y||||"], page?.Members.Select(member => $"{member.Id}|{member.Name}|{member.AadObjectId}|{member.UserRole}|{member.TenantId}"));
    }

    [Fact]
    public async Task An_invoke_is_answered_with_status_and_body()
    {
        await using var host = await BotHost.StartAsync((turn, cancellationToken) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 207, Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "t" } } }, cancellationToken));
        var (status, body) = await host.PostAsync(Json.Invoke("http://localhost:1", "adaptiveCard/action", null).ToString());
        Assert.Equal((HttpStatusCode)207, status);
        Assert.Equal("""{"statusCode":200,"type":"t"}""", body);
    }

    [Fact]
    public async Task An_invoke_without_an_answer_is_not_implemented()
    {
        await using var host = await BotHost.StartAsync(Nothing);
        var (status, body) = await host.PostAsync(Json.Invoke("http://localhost:1", "x", null).ToString());
        Assert.Equal((HttpStatusCode.NotImplemented, ""), (status, body));
    }

    [Fact]
    public async Task What_a_turn_throws_goes_to_the_error_handler()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new UnauthorizedAccessException("a file of the bot"));
        Exception? seen = null;
        host.Adapter.OnTurnError = (_, exception) =>
        {
            seen = exception;
            return Task.CompletedTask;
        };
        var (status, _) = await host.PostAsync(Json.Message("http://localhost:1").ToString());
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("a file of the bot", seen?.Message);
    }

    [Fact]
    public async Task What_a_turn_throws_is_never_taken_for_a_refusal()
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new UnauthorizedAccessException("a file of the bot"));
        var (status, _) = await host.PostAsync(Json.Message("http://localhost:1").ToString());
        Assert.Equal(HttpStatusCode.InternalServerError, status);
    }

    [Fact]
    public async Task A_turn_runs_in_the_culture_of_the_activity_and_an_unknown_locale_is_no_error()
    {
        var cultures = new List<string>();
        await using var host = await BotHost.StartAsync((_, _) =>
        {
            cultures.Add(System.Globalization.CultureInfo.CurrentCulture.Name);
            return Task.CompletedTask;
        });
        foreach (var locale in new[] { "de-CH", "not a locale!", "xx-XX", new string('x', 300) })
        {
            var message = Json.Message("http://localhost:1");
            message["locale"] = locale;
            Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(message.ToString())).Status);
        }

        var own = System.Globalization.CultureInfo.CurrentCulture.Name;
        Assert.Equal(["de-CH", own, own, own], cultures);
    }

    [Fact]
    public async Task The_connector_client_of_a_turn_is_in_its_state()
    {
        Uri? baseUri = null;
        await using var host = await BotHost.StartAsync((turn, _) =>
        {
            baseUri = turn.TurnState.Get<IConnectorClient>().BaseUri;
            return Task.CompletedTask;
        });
        await host.PostAsync(Json.Message("http://localhost:1/x").ToString());
        Assert.Equal("http://localhost:1/x/", baseUri?.AbsoluteUri);
    }
}
