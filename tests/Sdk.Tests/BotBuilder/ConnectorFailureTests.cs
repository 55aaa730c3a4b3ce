using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>What a caller learns when the Bot Connector refuses.</summary>
public sealed class ConnectorFailureTests
{
    private static async Task<ErrorResponseException> SendAsync(int status, string body, Action<HttpResponse>? headers = null)
    {
        await using var connector = await LoopbackServer.StartAsync();
        connector.Answer = context =>
        {
            context.Response.StatusCode = status;
            headers?.Invoke(context.Response);
            return context.Response.WriteAsync(body);
        };
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var reference = new ConversationReference { ServiceUrl = connector.Url, Conversation = new ConversationAccount(id: "c") };
        return await Assert.ThrowsAsync<ErrorResponseException>(() => host.Adapter.ContinueConversationAsync(
            null, reference, (turn, cancellationToken) => turn.SendActivityAsync("a secret", cancellationToken: cancellationToken), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Status_code_and_message_are_told()
    {
        var exception = await SendAsync(404, """{"error":{"code":"ConversationNotFound","message":"gone"}}""");
        Assert.Equal(HttpStatusCode.NotFound, exception.Response.StatusCode);
        Assert.Equal(("ConversationNotFound", "gone"), (exception.Body.Error.Code, exception.Body.Error.Message));
    }

    [Fact]
    public async Task The_time_to_wait_is_told()
    {
        var exception = await SendAsync(429, "", response => response.Headers.RetryAfter = "7");
        Assert.Equal((HttpStatusCode)429, exception.Response.StatusCode);
        Assert.Equal("7", Assert.Single(exception.Response.Headers["Retry-After"]));
        Assert.Null(exception.Body);
    }

    [Theory]
    [InlineData("<html>Bad gateway</html>")]
    [InlineData("""{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""")]
    [InlineData("[1]")]
    public async Task A_body_of_another_shape_is_kept_as_text(string body)
    {
        var exception = await SendAsync(502, body);
        Assert.Equal(body, exception.Response.Content);
        Assert.Null(exception.Body?.Error);
    }

    [Fact]
    public async Task What_was_sent_is_not_in_the_exception()
    {
        var exception = await SendAsync(500, "");
        Assert.DoesNotContain("a secret", exception.ToString() + exception.Request.Content, StringComparison.Ordinal);
        Assert.Equal(HttpMethod.Post, exception.Request.Method);
    }

    [Fact]
    public async Task A_redirect_is_a_failure_and_is_not_followed()
    {
        await using var elsewhere = await LoopbackServer.StartAsync();
        var exception = await SendAsync(307, "", response => response.Headers.Location = elsewhere.Url);
        Assert.Equal(HttpStatusCode.TemporaryRedirect, exception.Response.StatusCode);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("http://192.0.2.1/")]
    public async Task Without_an_app_id_the_bot_sends_to_this_machine_only(string serviceUrl)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var reference = new ConversationReference { ServiceUrl = serviceUrl, Conversation = new ConversationAccount(id: "c") };
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => host.Adapter.ContinueConversationAsync(
            null, reference, (turn, cancellationToken) => turn.SendActivityAsync("hi", cancellationToken: cancellationToken), TestContext.Current.CancellationToken));
        Assert.Contains("does not send", exception.Message, StringComparison.Ordinal);
    }
}
