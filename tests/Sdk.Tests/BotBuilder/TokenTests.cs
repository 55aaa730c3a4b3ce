using System.Net;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;
using Sdk.Tests.BotBuilder.Support;

namespace Sdk.Tests.BotBuilder;

/// <summary>Who may call a bot with an app id.</summary>
public sealed class TokenTests : IAsyncLifetime
{
    private const string OtherApp = "33333333-3333-3333-3333-333333333333";

    private readonly List<Activity> seen = [];
    private IdentityProvider provider = null!;
    private BotHost host = null!;

    private static string Message => Json.Message(IdentityProvider.ServiceUrl).ToString();

    public async ValueTask InitializeAsync()
    {
        provider = await IdentityProvider.StartAsync();
        // In Development and from this machine: with an app id that opens no door.
        host = await BotHost.StartAsync((turn, _) =>
        {
            Assert.True(turn.TurnState.Get<ClaimsIdentity>(BotAdapter.BotIdentityKey)?.IsAuthenticated);
            seen.Add(turn.Activity);
            return Task.CompletedTask;
        }, provider.Configuration);
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        await provider.DisposeAsync();
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_good_token_of_the_connector_is_accepted(string algorithm)
    {
        await ExpectAsync(HttpStatusCode.OK, provider.Token(algorithm: algorithm));
        Assert.Equal("urn:botframework:azure", Assert.Single(seen).CallerId);
    }

    [Fact]
    public async Task The_keys_are_fetched_once()
    {
        for (var i = 0; i < 5; i++)
            await ExpectAsync(HttpStatusCode.OK, provider.Token());
        Assert.Equal(2, provider.Fetches);
    }

    [Fact]
    public Task A_token_just_expired_is_within_the_skew_of_clocks() =>
        ExpectAsync(HttpStatusCode.OK, provider.Token(expires: TimeSpan.FromMinutes(-4)));

    [Fact]
    public Task An_expired_token_is_refused() =>
        ExpectRefusalAsync(provider.Token(expires: TimeSpan.FromMinutes(-6)), "SecurityTokenExpiredException");

    [Fact]
    public Task A_token_not_yet_valid_is_refused() =>
        ExpectRefusalAsync(provider.Token(expires: TimeSpan.FromHours(3)), "SecurityTokenNotYetValidException");

    [Fact]
    public Task A_token_for_another_bot_is_refused() =>
        ExpectRefusalAsync(provider.Token(audience: "33333333-3333-3333-3333-333333333333"), "SecurityTokenInvalidAudienceException");

    [Theory]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://evil.example")]
    [InlineData("https://sts.windows.net/99999999-9999-9999-9999-999999999999/")]
    public Task A_token_of_another_issuer_is_refused(string issuer) =>
        ExpectRefusalAsync(provider.Token(issuer: issuer, claims: claims => claims["appid"] = IdentityProvider.AppId), "SecurityTokenInvalidIssuerException");

    [Fact]
    public Task A_token_signed_with_a_key_of_the_same_name_is_refused() =>
        ExpectRefusalAsync(provider.Token(key: IdentityProvider.NewKey("key-1")), "SecurityTokenInvalidSignatureException");

    [Fact]
    public Task A_token_signed_with_an_unknown_key_is_refused() =>
        ExpectRefusalAsync(provider.Token(key: IdentityProvider.NewKey("key-2")), "SecurityTokenSignatureKeyNotFoundException");

    [Fact]
    public async Task A_key_published_later_is_found_at_once()
    {
        await ExpectAsync(HttpStatusCode.OK, provider.Token());
        var added = IdentityProvider.NewKey("key-2");
        provider.Published.Add((added, ["msteams"]));
        await ExpectAsync(HttpStatusCode.OK, provider.Token(key: added));
    }

    [Fact]
    public async Task Forged_keys_do_not_make_the_bot_fetch_again_and_again()
    {
        // One key under five names: making one takes long, and a minute later it is fetched again.
        var rsa = IdentityProvider.NewKey("forged").Rsa;
        for (var i = 0; i < 5; i++)
            await ExpectAsync(HttpStatusCode.Unauthorized, provider.Token(key: new RsaSecurityKey(rsa) { KeyId = "forged-" + i }));
        Assert.Equal(4, provider.Fetches);
    }

    [Fact]
    public Task A_token_with_a_symmetric_signature_is_refused() =>
        ExpectAsync(HttpStatusCode.Unauthorized, provider.Token(key: new SymmetricSecurityKey(new byte[64]) { KeyId = "key-1" }, algorithm: SecurityAlgorithms.HmacSha256));

    [Fact]
    public Task A_token_with_another_rsa_algorithm_is_refused() =>
        ExpectAsync(HttpStatusCode.Unauthorized, provider.Token(algorithm: SecurityAlgorithms.RsaSsaPssSha256));

    [Fact]
    public Task A_token_without_a_signature_is_refused()
    {
        var parts = provider.Token().Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");
        return ExpectAsync(HttpStatusCode.Unauthorized, $"{header}.{parts[1]}.");
    }

    [Fact]
    public Task A_token_whose_claims_were_changed_is_refused()
    {
        var parts = provider.Token().Split('.');
        var claims = JObject.Parse(Base64UrlEncoder.Decode(parts[1]));
        claims["serviceurl"] = IdentityProvider.ServiceUrl + "x";
        return ExpectRefusalAsync($"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToString())}.{parts[2]}", "SecurityTokenInvalidSignatureException");
    }

    [Fact]
    public Task A_token_without_a_service_url_is_refused() =>
        ExpectRefusalAsync(provider.Token(claims => claims.Remove("serviceurl")), "service URL");

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData("https://SMBA.trafficmanager.net/emea/")]
    [InlineData("")]
    public Task A_token_for_another_service_url_is_refused(string serviceUrl) =>
        ExpectRefusalAsync(provider.Token(claims => claims["serviceurl"] = serviceUrl), "service URL");

    [Theory]
    [InlineData("directline")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_channel_for_which_the_key_is_not_endorsed_is_refused(string? channel)
    {
        var message = Json.Message(IdentityProvider.ServiceUrl);
        message["channelId"] = channel;
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(message.ToString(), provider.Token())).Status);
        Assert.Contains(host.Log.Lines, line => line.Contains("endorsed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_key_without_endorsements_is_refused()
    {
        provider.Published[0] = (provider.Published[0].Key, null);
        await ExpectRefusalAsync(provider.Token(), "endorsed");
    }

    [Theory]
    [InlineData("webchat", true)]
    [InlineData("certified", false)]
    public async Task An_app_can_demand_further_endorsements(string endorsement, bool accepted)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(provider.Configuration).Build();
        var authentication = new ConfigurationBotFrameworkAuthentication(configuration, authConfiguration: new AuthenticationConfiguration { RequiredEndorsements = [endorsement] });
        var activity = new Activity { ChannelId = "msteams", ServiceUrl = IdentityProvider.ServiceUrl };
        var outcome = await Record.ExceptionAsync(() => authentication.AuthenticateRequestAsync(activity, "Bearer " + provider.Token(), TestContext.Current.CancellationToken));
        Assert.Equal(accepted ? null : typeof(UnauthorizedAccessException), outcome?.GetType());
    }

    [Theory]
    [InlineData(IdentityProvider.EntraV1, "1.0", "appid")]
    [InlineData(IdentityProvider.EntraV2, "2.0", "azp")]
    public async Task A_token_that_the_app_got_from_entra_for_itself_is_accepted_without_service_url_and_endorsement(string issuer, string version, string claim)
    {
        provider.Published[0] = (provider.Published[0].Key, null);
        await ExpectAsync(HttpStatusCode.OK, provider.Token(issuer: issuer, claims: claims =>
        {
            claims.Remove("serviceurl");
            claims["ver"] = version;
            claims[claim] = IdentityProvider.AppId;
        }));
    }

    [Theory]
    [InlineData(IdentityProvider.EntraV2, "2.0", "appid", IdentityProvider.AppId)]
    [InlineData(IdentityProvider.EntraV1, "1.0", "azp", IdentityProvider.AppId)]
    [InlineData(IdentityProvider.EntraV2, "3.0", "azp", IdentityProvider.AppId)]
    public Task A_token_of_entra_that_does_not_say_whose_it_is_is_refused(string issuer, string version, string claim, string value) =>
        ExpectRefusalAsync(EntraToken(issuer, version, claim, value), "does not say which app calls");

    [Theory]
    [InlineData(IdentityProvider.EntraV1, "1.0", "appid")]
    [InlineData(IdentityProvider.EntraV2, "2.0", "azp")]
    public async Task Another_app_is_known_and_must_not_call(string issuer, string version, string claim)
    {
        await ExpectAsync(HttpStatusCode.Forbidden, EntraToken(issuer, version, claim, OtherApp));
        Assert.Contains(host.Log.Lines, line => line.Contains("the calling app is another one", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OtherApp, true)]
    [InlineData("*", true)]
    [InlineData("44444444-4444-4444-4444-444444444444", false)]
    public async Task An_app_can_allow_others(string allowed, bool accepted)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(provider.Configuration).Build();
        var authentication = new ConfigurationBotFrameworkAuthentication(configuration, authConfiguration: new AuthenticationConfiguration { ClaimsValidator = new AllowedCallersClaimsValidator([allowed]) });
        var activity = new Activity { ChannelId = "msteams", ServiceUrl = IdentityProvider.ServiceUrl };
        var outcome = await Record.ExceptionAsync(() => authentication.AuthenticateRequestAsync(activity, "Bearer " + EntraToken(IdentityProvider.EntraV2, "2.0", "azp", OtherApp), TestContext.Current.CancellationToken));
        Assert.Equal(accepted, outcome is null);
        Assert.True(outcome is null or UnauthorizedAccessException);
    }

    [Fact]
    public async Task Keys_that_are_there_stay_while_the_provider_is_down_or_answers_nonsense()
    {
        await ExpectAsync(HttpStatusCode.OK, provider.Token());
        foreach (var nonsense in new[] { "", "{", "<html>", """{"keys":[]}""", """{"issuer":"x","jwks_uri":"http://192.0.2.1/keys"}""", """{"jwks_uri":5}""" })
        {
            provider.Trouble = context => context.Response.WriteAsync(nonsense);
            Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Message, provider.Token(key: IdentityProvider.NewKey("new-key")))).Status);
            await ExpectAsync(HttpStatusCode.OK, provider.Token());
        }

        Assert.Contains(host.Log.Lines, line => line.Contains("cannot be fetched", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_provider_that_is_down_is_not_asked_for_every_token()
    {
        provider.Trouble = context =>
        {
            context.Response.StatusCode = 404;
            return Task.CompletedTask;
        };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Message, provider.Token())).Status)));
        Assert.InRange(provider.Fetches, 1, 4);
    }

    [Fact]
    public async Task A_token_of_entra_for_another_service_url_is_refused() =>
        await ExpectRefusalAsync(provider.Token(issuer: IdentityProvider.EntraV2, claims: claims =>
        {
            claims["ver"] = "2.0";
            claims["azp"] = IdentityProvider.AppId;
            claims["serviceurl"] = "https://smba.trafficmanager.net/amer/";
        }), "service URL");

    private string EntraToken(string issuer, string version, string claim, string value) => provider.Token(issuer: issuer, claims: claims =>
    {
        claims["ver"] = version;
        claims[claim] = value;
    });

    [Fact]
    public async Task A_request_without_a_token_is_refused_even_in_development() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await host.PostAsync(Message)).Status);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer  ")]
    [InlineData("Bearer a b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Basic dTpw")]
    [InlineData("x")]
    public async Task Another_header_is_refused(string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Endpoint) { Content = new StringContent(Message, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", value);
        Assert.Equal(HttpStatusCode.Unauthorized, (await BotHost.SendAsync(request)).Status);
        Assert.Empty(seen);
    }

    [Fact]
    public async Task An_identity_provider_that_is_gone_keeps_the_door_shut()
    {
        var token = provider.Token();
        await provider.DisposeAsync();
        await ExpectRefusalAsync(token, "cannot be fetched");
    }

    private async Task ExpectRefusalAsync(string token, string reason)
    {
        await ExpectAsync(HttpStatusCode.Unauthorized, token);
        Assert.Contains(host.Log.Lines, line => line.Contains(reason, StringComparison.Ordinal));
    }

    private async Task ExpectAsync(HttpStatusCode expected, string token)
    {
        var (status, body) = await host.PostAsync(Message, token);
        Assert.Equal((expected, ""), (status, body));
        Assert.Equal(expected == HttpStatusCode.OK, seen.Count > 0);
        // Neither the token nor what the person said is for the log.
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal) || line.Contains("hello", StringComparison.Ordinal) || line.Contains("Ada", StringComparison.Ordinal));
    }
}
