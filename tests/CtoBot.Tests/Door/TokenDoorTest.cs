using System.Collections.Concurrent;
using CtoBot.Tests.Support;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Sdk.Tests.BotBuilder.Support;

namespace CtoBot.Tests.Door;

/// <summary>Tests of a bot with an identity, outside Development, whose callers bring tokens of a provider on this machine.</summary>
public abstract class TokenDoorTest : DoorTest
{
    internal const string ServiceUrl = IdentityProvider.ServiceUrl;

    protected IdentityProvider Provider { get; private set; } = null!;

    /// <summary>What the bot sends, and with what.</summary>
    internal Wire Outside { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Provider = await IdentityProvider.StartAsync();
        Outside = new Wire(Connector);
    }

    protected override void Change(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<BotFrameworkAuthentication>(provided => new ConfigurationBotFrameworkAuthentication(
        provided.GetRequiredService<IConfiguration>(),
        Outside.Credentials,
        provided.GetRequiredService<AuthenticationConfiguration>(),
        Outside,
        provided.GetRequiredService<ILogger<ConfigurationBotFrameworkAuthentication>>())));

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        await Provider.DisposeAsync();
        Outside.Dispose();
    }

    /// <summary>A host with an identity, for people of the samples' tenant. A setting that is empty is left out.</summary>
    protected Task<BotHost> StartSecuredAsync(params IEnumerable<(string Key, string Value)> settings)
    {
        var all = Provider.Configuration.ToDictionary(setting => setting.Key, setting => setting.Value!);
        all["environment"] = "Production";
        all["Access:AllowedTenants:0"] = TeamsClient.Tenant;
        foreach (var (key, value) in settings)
            all[key] = value;
        // Configuration has no way to take a value back.
        foreach (var key in all.Keys.Where(key => all[key].Length == 0).ToArray())
            all.Remove(key);
        return StartAsync(Kept.InMemory, all.Select(setting => (setting.Key, setting.Value)));
    }

    /// <summary>A message of a person, as the Bot Connector would post it.</summary>
    internal static JObject Activity(TeamsClient person, string words)
    {
        var activity = person.Words(words);
        activity["serviceUrl"] = ServiceUrl;
        return activity;
    }

    /// <summary>A request with a body and a token.</summary>
    internal static RawRequest Request(JObject activity, string? token)
    {
        var request = new RawRequest { Body = System.Text.Encoding.UTF8.GetBytes(activity.ToString(Formatting.None)) }.With("Content-Type", "application/json; charset=utf-8");
        return token is null ? request : request.With("Authorization", "Bearer " + token);
    }

    /// <summary>A token that the bot itself, or another app, got from Entra.</summary>
    internal string EntraToken(Action<Dictionary<string, object>>? change = null, string issuer = IdentityProvider.EntraV2) => Provider.Token(issuer: issuer, claims: claims =>
    {
        claims.Remove("serviceurl");
        claims["ver"] = "2.0";
        claims["azp"] = IdentityProvider.AppId;
        change?.Invoke(claims);
    });

    /// <summary>The network: keeps what goes out, and hands the Bot Connector's part to one on this machine.</summary>
    internal sealed class Wire(LoopbackConnector connector) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false }), IHttpClientFactory
    {
        public const string Token = "a-token-of-the-bot-itself";

        /// <summary>Every call but those of this machine.</summary>
        public ConcurrentQueue<(Uri To, string? Authorization)> Sent { get; } = new();

        /// <summary>The bot's own tokens; each use of one is counted.</summary>
        public Own Credentials { get; } = new();

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var to = request.RequestUri!;
            if (to.IsLoopback)
                return base.SendAsync(request, cancellationToken);
            Sent.Enqueue((to, request.Headers.Authorization?.ToString()));
            request.RequestUri = new Uri(connector.ServiceUrl + to.PathAndQuery[to.PathAndQuery.IndexOf("/v3/", StringComparison.Ordinal)..]);
            return base.SendAsync(request, cancellationToken);
        }

        public sealed class Own : ServiceClientCredentialsFactory
        {
            private int used;

            public int Used => Volatile.Read(ref used);

            /// <summary>Whether there is no token to be had.</summary>
            public bool Fails { get; set; }

            public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == IdentityProvider.AppId);

            public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

            public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
                Task.FromResult<ServiceClientCredentials>(new Bearer(this));

            private sealed class Bearer(Own own) : ServiceClientCredentials
            {
                public override Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
                {
                    Interlocked.Increment(ref own.used);
                    if (own.Fails)
                        throw new Azure.Identity.AuthenticationFailedException(Planted.Quote);
                    request.Headers.Authorization = new("Bearer", Token);
                    return Task.CompletedTask;
                }
            }
        }
    }
}
