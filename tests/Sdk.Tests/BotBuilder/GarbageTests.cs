using System.Net;
using System.Text;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>What is no activity gets a 4xx, never a 5xx.</summary>
public sealed class GarbageTests
{
    public static TheoryData<string> NoActivities =>
    [
        "", " ", "null", "true", "42", "\"message\"", "[]", "{}", "{", "}", "{\"type\":", "{\"type\":null}", "{\"type\":\"\"}", "{\"type\":{}}", "{\"type\":[]}",
        "{\"type\":\"message\"} x", "{\"type\":\"message\"}{\"type\":\"message\"}",
        "{\"type\":\"message\",\"timestamp\":\"yesterday\"}", "{\"type\":\"message\",\"from\":7}", "{\"type\":\"message\",\"entities\":{}}",
        "{\"type\":\"message\",\"membersAdded\":[1]}", "{\"type\":\"message\",\"historyDisclosed\":\"maybe\"}", "{\"type\":\"message\",\"textHighlights\":[{\"occurrence\":99999999999999999999}]}",
        "{\"type\":\"message\"}", "{\"type\":\"message\",\"serviceUrl\":\"http://localhost:1\"}",
        "{\"type\":\"message\",\"serviceUrl\":\"ftp://localhost\",\"conversation\":{\"id\":\"c\"}}", "{\"type\":\"message\",\"serviceUrl\":\"no url\",\"conversation\":{\"id\":\"c\"}}",
        "{\"type\":\"message\",\"conversation\":{\"id\":\"c\"}}", "{\"type\":\"message\",\"serviceUrl\":\"http://localhost:1\",\"conversation\":{}}",
        "<xml/>", "\u0000\u0001\u0002", "\ud83d", "{\"type\":\"\\ud83d\\u0000\"",
    ];

    [Theory]
    [MemberData(nameof(NoActivities))]
    public async Task A_body_that_is_no_activity_is_a_bad_request(string body)
    {
        await using var host = await BotHost.StartAsync((_, _) => throw new InvalidOperationException("The bot must not see this."));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(body)).Status);
    }

    [Fact]
    public async Task Nesting_without_end_is_a_bad_request_and_does_not_overflow_the_stack()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var body = "{\"type\":\"message\",\"value\":" + string.Concat(Enumerable.Repeat("[", 40_000));
        Assert.Equal(HttpStatusCode.BadRequest, (await host.PostAsync(body)).Status);
    }

    [Fact]
    public async Task A_body_larger_than_the_host_allows_is_too_large()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await host.PostAsync(Json.Message("http://localhost:1", new string('x', 100_001)).ToString())).Status);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_is_not_allowed(string method)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        using var request = new HttpRequestMessage(new HttpMethod(method), host.Endpoint);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await BotHost.SendAsync(request)).Status);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/vnd.microsoft.activity+json")]
    [InlineData("image/png")]
    public async Task Json_is_read_whatever_its_media_type(string mediaType)
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        Assert.Equal(HttpStatusCode.OK, (await host.PostAsync(Json.Message("http://localhost:1").ToString(), mediaType: mediaType)).Status);
    }

    [Fact]
    public async Task Random_damage_to_an_activity_is_never_a_server_error()
    {
        await using var host = await BotHost.StartAsync((_, _) => Task.CompletedTask);
        var random = new Random(20260101);
        var original = Encoding.UTF8.GetBytes(Json.Message("http://localhost:1", "naughty ‮ \0 text").ToString());
        for (var i = 0; i < 300; i++)
        {
            var damaged = (byte[])original.Clone();
            for (var hits = random.Next(1, 5); hits > 0; hits--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Content = new ByteArrayContent(damaged) };
            Assert.InRange((int)(await BotHost.SendAsync(request)).Status, 200, 499);
        }
    }
}
