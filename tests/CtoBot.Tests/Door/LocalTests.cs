using CtoBot.Tests.Support;

namespace CtoBot.Tests.Door;

/// <summary>A developer's bot, which has no identity: it hears programs on the same machine, and no web page that a browser there shows.</summary>
public sealed class LocalTests : DoorTest
{
    [Theory]
    [InlineData("Origin", "https://evil.example", 403)]
    [InlineData("Origin", "null", 403)]
    [InlineData("Origin", "http://localhost:1", 403)]
    [InlineData("Sec-Fetch-Site", "cross-site", 403)]
    [InlineData("Sec-Fetch-Site", "same-site", 403)]
    [InlineData("Host", "evil.example", 401)]
    [InlineData("Host", "evil.example:3978", 401)]
    [InlineData("Host", "127.0.0.1.evil.example", 401)]
    [InlineData("Host", "localhost.evil.example", 401)]
    [InlineData("X-Forwarded-For", "203.0.113.9", 401)]
    [InlineData("Forwarded", "for=203.0.113.9", 401)]
    [InlineData("Content-Type", "text/plain", 415)]
    [InlineData("Content-Type", "application/x-www-form-urlencoded", 415)]
    [InlineData("Authorization", "Bearer a.b.c", 401)]
    public async Task What_a_page_or_a_tunnel_could_send_is_refused(string header, string value, int status)
    {
        var host = await StartAsync();
        var person = Somebody(host);
        Assert.Equal(200, (await TokenDoorTest.Request(person.Words("hello"), null).SendAsync(host.Endpoint, Cancel)).Status);
        var sent = Connector.Calls.Count;
        Assert.Equal(status, (await TokenDoorTest.Request(person.Words(Planted.Quote), null).With(header, value).SendAsync(host.Endpoint, Cancel)).Status);
        Assert.Equal(sent, Connector.Calls.Count);
        Assert.Contains(host.Logs.Lines, line => line.Text.Contains("A request was refused", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LocalHost:3978")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]:3978")]
    public async Task This_machine_has_several_names(string name)
    {
        var host = await StartAsync();
        Assert.Equal(200, (await TokenDoorTest.Request(Somebody(host).Words("hello"), null).With("Host", name).With("sec-fetch-mode", "cors").SendAsync(host.Endpoint, Cancel)).Status);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    public async Task The_operators_page_is_not_for_web_pages_either(string header, string value)
    {
        var host = await StartAsync();
        var request = new RawRequest { Method = "GET", Path = "/ops/reminders" };
        Assert.Equal(200, (await request.SendAsync(host.Endpoint, Cancel)).Status);
        Assert.Equal(401, (await request.With(header, value).SendAsync(host.Endpoint, Cancel)).Status);
    }

    [Theory]
    [InlineData("/api/messages", "GET")]
    [InlineData("/data/document", "GET")]
    [InlineData("/data/json?key=x", "GET")]
    [InlineData("/ops/reminders", "GET")]
    [InlineData("/nowhere", "GET")]
    [InlineData("/api/messages", "POST")]
    public async Task Every_response_forbids_what_no_page_of_the_bot_needs(string path, string method)
    {
        var host = await StartAsync(Kept.InMemory, ("environment", "Development"));
        var (_, head, _) = await new RawRequest { Path = path, Method = method }.SendAsync(host.Endpoint, Cancel);
        Assert.All(
            ["Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff", "X-Frame-Options: DENY", "Referrer-Policy: no-referrer", "Cache-Control: no-store", "Cross-Origin-Resource-Policy: same-origin"],
            header => Assert.Contains(header, head, StringComparison.Ordinal));
        Assert.DoesNotContain("Server:", head, StringComparison.Ordinal);
        Assert.DoesNotContain("X-Powered-By", head, StringComparison.OrdinalIgnoreCase);
    }
}
