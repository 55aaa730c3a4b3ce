using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sdk.Tests.BotBuilder.Support;

/// <summary>A bot behind a real HTTP server, wired as the host wires it.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private static readonly HttpClient Client = new();
    private readonly WebApplication app;

    private BotHost(WebApplication app) => this.app = app;

    public CloudAdapter Adapter => (CloudAdapter)app.Services.GetRequiredService<IBotFrameworkHttpAdapter>();

    public RecordingLogger Log => (RecordingLogger)app.Services.GetRequiredService<ILogger>();

    public Uri Endpoint => new(app.Urls.Single() + "/api/messages");

    /// <summary>Starts a bot without an app id in Development, unless told otherwise.</summary>
    public static async Task<BotHost> StartAsync(
        Func<ITurnContext, CancellationToken, Task> turn,
        Dictionary<string, string?>? configuration = null,
        string environment = "Development",
        IPAddress? remoteAddress = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 100_000);
        builder.Configuration.AddInMemoryCollection(configuration ?? []);
        builder.Services.AddSingleton<ILogger>(new RecordingLogger());
        builder.Services.AddSingleton<BotFrameworkAuthentication, ConfigurationBotFrameworkAuthentication>();
        builder.Services.AddSingleton<IBotFrameworkHttpAdapter>(services =>
            new CloudAdapter(services.GetRequiredService<BotFrameworkAuthentication>(), services.GetRequiredService<ILogger>()));
        builder.Services.AddSingleton<IBot>(new DelegateBot(turn));
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.Connection.RemoteIpAddress = remoteAddress ?? context.Connection.RemoteIpAddress;
            return next(context);
        });
        app.Map("/api/messages", (HttpContext context, IBotFrameworkHttpAdapter adapter, IBot bot) =>
            adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new BotHost(app);
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string json, string? bearer = null, string mediaType = "application/json", (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new StringContent(json, Encoding.UTF8, mediaType) };
        if (bearer is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (header is { } extra)
            request.Headers.Add(extra.Name, extra.Value);
        return await SendAsync(request);
    }

    public static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpRequestMessage request)
    {
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
