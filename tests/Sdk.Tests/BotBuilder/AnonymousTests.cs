using System.Net;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>Who may call a bot without an app id.</summary>
public sealed class AnonymousTests
{
    private static readonly string Message = Json.Message("http://localhost:1").ToString();

    private static async Task<HttpStatusCode> PostAsync(string environment = "Development", string? remote = null, string? bearer = null, (string, string)? header = null)
    {
        var turns = 0;
        await using var host = await BotHost.StartAsync((_, _) =>
        {
            turns++;
            return Task.CompletedTask;
        }, environment: environment, remoteAddress: remote is null ? null : IPAddress.Parse(remote));
        var (status, body) = await host.PostAsync(Message, bearer, header: header);
        Assert.Equal(status == HttpStatusCode.OK ? 1 : 0, turns);
        Assert.Empty(body);
        return status;
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public async Task In_development_a_client_on_this_machine_is_accepted(string remote) =>
        Assert.Equal(HttpStatusCode.OK, await PostAsync(remote: remote));

    [Theory]
    [InlineData("192.0.2.1")]
    [InlineData("10.0.0.1")]
    [InlineData("2001:db8::1")]
    [InlineData("::ffff:192.0.2.1")]
    [InlineData("0.0.0.0")]
    public async Task A_client_on_another_machine_is_refused(string remote) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(remote: remote));

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    [InlineData("Dev")]
    public async Task Outside_of_development_every_client_is_refused(string environment) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(environment));

    [Theory]
    [InlineData("X-Forwarded-For", "192.0.2.1")]
    [InlineData("Forwarded", "for=192.0.2.1")]
    public async Task What_a_tunnel_on_this_machine_forwards_is_refused(string name, string value) =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(header: (name, value)));

    [Fact]
    public async Task A_token_that_cannot_be_validated_is_refused() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(bearer: "a.b.c"));
}
