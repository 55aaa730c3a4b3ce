using System.Net;
using CtoBot.Storage.Sqlite;
using CtoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CtoBot.Benchmarks.Stages;

/// <summary>The bot without a server around it: activities are handed to its adapter, and what it sends goes nowhere.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly IBotFrameworkHttpAdapter adapter;
    private readonly IBot bot;

    private Host(WebApplication app, IStore store)
    {
        this.app = app;
        Store = store;
        adapter = app.Services.GetRequiredService<IBotFrameworkHttpAdapter>();
        bot = app.Services.GetRequiredService<IBot>();
    }

    /// <summary>Where the bot keeps what it is told.</summary>
    public IStore Store { get; }

    public static async Task<Host> StartAsync(string folder)
    {
        var store = new SqliteStore(folder, TimeSpan.FromSeconds(30));
        await store.PrepareAsync(default);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = folder,
            EnvironmentName = Environments.Development,
            Args = [BotServices.SettingsOnce],
        });
        builder.Configuration.Sources.Clear();
        builder.AddBot();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IStore>(store);
        builder.Services.AddSingleton<BotFrameworkAuthentication>(services =>
            new ConfigurationBotFrameworkAuthentication(services.GetRequiredService<IConfiguration>(), httpClientFactory: new Nowhere()));
        return new(builder.Build().MapBot(), store);
    }

    /// <summary>Hands an activity to the bot.</summary>
    /// <returns>How many bytes the response has.</returns>
    /// <exception cref="InvalidOperationException">The bot refused it.</exception>
    public async Task<int> PostAsync(byte[] activity, IBot? other = null)
    {
        var context = new DefaultHttpContext { RequestServices = app.Services };
        context.Connection.RemoteIpAddress = IPAddress.Loopback;
        context.Request.Method = HttpMethods.Post;
        context.Request.Body = new MemoryStream(activity);
        context.Request.ContentLength = activity.Length;
        var body = new MemoryStream();
        context.Response.Body = body;
        await adapter.ProcessAsync(context.Request, context.Response, other ?? bot);
        return context.Response.StatusCode is 200 or 501 ? (int)body.Length : throw new InvalidOperationException($"The bot answered {context.Response.StatusCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        (Store as IDisposable)?.Dispose();
    }

    private sealed class Nowhere : HttpMessageHandler, IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new(HttpStatusCode.OK) { Content = new StringContent("{\"id\":\"1\"}"), RequestMessage = request };
        }
    }
}
