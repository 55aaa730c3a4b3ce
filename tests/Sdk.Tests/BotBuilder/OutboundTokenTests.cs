using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;

namespace Sdk.Tests.BotBuilder;

/// <summary>What a bot with an app id sends, and where to.</summary>
public sealed class OutboundTokenTests : IDisposable
{
    private readonly Wire wire = new();
    private readonly CloudAdapter adapter;

    public OutboundTokenTests() => adapter = NewAdapter("SingleTenant", "no secret");

    public void Dispose() => wire.Dispose();

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/")]
    [InlineData("https://botframework.com")]
    [InlineData("https://webchat.botframework.com/")]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com")]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/x")]
    public async Task The_token_goes_to_known_hosts(string serviceUrl)
    {
        await SendAsync(serviceUrl);
        Assert.Equal("Bearer the-token", Assert.Single(wire.Sent).Authorization);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://notbotframework.com/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://user@smba.trafficmanager.net/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("https://localhost/")]
    public async Task Nothing_is_sent_to_any_other_host(string serviceUrl)
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync(serviceUrl));
        Assert.Empty(wire.Sent);
        Assert.Empty(wire.TokenRequests);
    }

    [Fact]
    public async Task The_token_is_fetched_once_with_the_scope_of_the_connector()
    {
        for (var i = 0; i < 3; i++)
            await SendAsync("https://smba.trafficmanager.net/emea/");
        var request = Assert.Single(wire.TokenRequests);
        Assert.StartsWith("https://login.microsoftonline.com/22222222-2222-2222-2222-222222222222/", request.Url, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", request.Body, StringComparison.Ordinal);
        Assert.Contains("scope=" + Uri.EscapeDataString("https://api.botframework.com/.default"), request.Body, StringComparison.Ordinal);
        Assert.Equal(3, wire.Sent.Count);
    }

    [Fact]
    public async Task Another_app_id_gets_no_credentials() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => SendAsync("https://smba.trafficmanager.net/emea/", "other"));

    [Fact]
    public async Task A_managed_identity_gets_its_token_without_a_password()
    {
        await SendAsync("https://smba.trafficmanager.net/emea/", by: NewAdapter("UserAssignedMSI", null));
        Assert.Equal("Bearer the-token", Assert.Single(wire.Sent).Authorization);
        Assert.All(wire.TokenRequests, request => Assert.StartsWith("http://169.254.169.254/metadata/identity/", request.Url, StringComparison.Ordinal));
        Assert.Contains(wire.TokenRequests, request => request.Url.Contains("client_id=app", StringComparison.Ordinal));
    }

    private CloudAdapter NewAdapter(string type, string? password)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["MicrosoftAppType"] = type,
            ["MicrosoftAppId"] = "app",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
            ["MicrosoftAppPassword"] = password,
            ["ValidateAuthority"] = "false",
        }).Build();
        var credentials = new ConfigurationServiceClientCredentialFactory(configuration, new HttpClient(wire, disposeHandler: false));
        return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(configuration, credentials, httpClientFactory: wire));
    }

    private Task SendAsync(string serviceUrl, string appId = "app", CloudAdapter? by = null) => (by ?? adapter).ContinueConversationAsync(
        appId,
        new ConversationReference { ServiceUrl = serviceUrl, Conversation = new ConversationAccount(id: "c") },
        (turn, cancellationToken) => turn.SendActivityAsync("hi", cancellationToken: cancellationToken),
        TestContext.Current.CancellationToken);

    /// <summary>The network: the token endpoint and the Bot Connector.</summary>
    private sealed class Wire : HttpMessageHandler, IHttpClientFactory
    {
        public ConcurrentQueue<(string Url, string Body)> TokenRequests { get; } = new();

        public ConcurrentQueue<(string Url, string? Authorization)> Sent { get; } = new();

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var url = request.RequestUri!.AbsoluteUri;
            if (request.RequestUri.Host is not ("login.microsoftonline.com" or "169.254.169.254"))
            {
                Sent.Enqueue((url, request.Headers.Authorization?.ToString()));
                return Json("""{"id":"1"}""");
            }

            TokenRequests.Enqueue((url, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return Json("""{"token_type":"Bearer","expires_in":3600,"access_token":"the-token"}""");
        }

        private static HttpResponseMessage Json(string json) =>
            new(HttpStatusCode.OK) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
    }
}
