using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CtoBot.Benchmarks.Turns;

/// <summary>A connector on loopback that takes everything at once and keeps nothing.</summary>
internal sealed class Sink : IAsyncDisposable
{
    private readonly WebApplication app;

    private Sink(WebApplication app) => this.app = app;

    /// <summary>Where it is served.</summary>
    public string ServiceUrl => app.Urls.First();

    public static async Task<Sink> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync("{\"id\":\"1\"}", context.RequestAborted);
        });
        await app.StartAsync();
        return new(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
