using CtoBot.Playground;

namespace CtoBot.Tests.Playground;

public sealed class PlaygroundHostTests
{
    [Theory]
    [InlineData("http://127.0.0.1:3978", "http://127.0.0.1:3978/api/messages")]
    [InlineData("http://localhost:5000", "http://localhost:5000/api/messages")]
    [InlineData("http://[::]:3978", "http://127.0.0.1:3978/api/messages")]
    [InlineData("http://0.0.0.0:3978", "http://127.0.0.1:3978/api/messages")]
    [InlineData("http://*:3978", "http://127.0.0.1:3978/api/messages")]
    public void The_playground_posts_to_the_address_the_bot_listens_on(string listening, string expected) =>
        Assert.Equal(expected, PlaygroundHost.EndpointOf(["https://127.0.0.1:3979", listening]).AbsoluteUri);

    [Fact]
    public void A_bot_on_https_alone_is_refused_with_a_reason()
    {
        var refused = Assert.Throws<PlaygroundException>(() => PlaygroundHost.EndpointOf(["https://127.0.0.1:3979"]));
        Assert.Contains("http", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_node_a_developer_is_told_what_to_install()
    {
        var missing = await Assert.ThrowsAsync<PlaygroundException>(() => NodeTool.FindAsync(searchPath: "", TestContext.Current.CancellationToken));
        Assert.Contains("Node.js 20 or newer", missing.Message, StringComparison.Ordinal);
        Assert.Contains("nodejs.org", missing.Message, StringComparison.Ordinal);
    }
}
