using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CtoBot.Tests.Support;

/// <summary>The product on a free loopback port, in this process: what Program makes, with a clock and a store to watch.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BotHost(WebApplication app, LogCapture logs)
    {
        _app = app;
        Logs = logs;
    }

    /// <summary>Where activities are posted.</summary>
    public Uri Endpoint => new(_app.Urls.First() + "/api/messages");

    /// <summary>What the bot is made of.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Every line it logged.</summary>
    public LogCapture Logs { get; }

    /// <summary>Its store.</summary>
    public WatchedStore Store => (WatchedStore)_app.Services.GetRequiredService<IStore>();

    /// <summary>Starts a host.</summary>
    /// <param name="folder">Its content root, and the folder of its data.</param>
    /// <param name="store">Its store; null for the one that the settings name, which is SQLite in <paramref name="folder"/>.</param>
    /// <param name="clock">Its clock; null for that of the system.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="settings">Settings on top; <c>environment</c> is one of them, and Development if it is not named.</param>
    public static Task<BotHost> StartAsync(
        string folder, IStore? store, TimeProvider? clock, CancellationToken cancellationToken, params IEnumerable<(string Key, string Value)> settings) =>
        StartAsync(folder, store, clock, static _ => { }, cancellationToken, settings);

    /// <inheritdoc cref="StartAsync(string, IStore?, TimeProvider?, CancellationToken, IEnumerable{ValueTuple{string, string}})"/>
    /// <param name="change">Changes what it is made of.</param>
#pragma warning disable CS1573 // The others are inherited.
    public static async Task<BotHost> StartAsync(
        string folder, IStore? store, TimeProvider? clock, Action<IServiceCollection> change, CancellationToken cancellationToken, params IEnumerable<(string Key, string Value)> settings)
#pragma warning restore CS1573
    {
        var values = settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value);
        // A test that moves the clock is told of what it does not ask for only if it wants to be.
        values.TryAdd("Reminders:Enabled", "false");
        // Nor is one that posts as fast as it can held up, unless that is what it is about.
        values.TryAdd("Limits:PersonRate", "0");
        values.TryAdd("Limits:TenantRate", "0");
        var logs = new LogCapture();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = folder,
            EnvironmentName = values.GetValueOrDefault("environment") ?? Environments.Development,
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(values);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddBot();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Trace);
        if (clock is not null)
            builder.Services.AddSingleton(clock);
        Watch(builder.Services, store);
        change(builder.Services);
        var app = builder.Build().MapBot();
        await app.StartAsync(cancellationToken);
        return new BotHost(app, logs);
    }

    /// <summary>What is kept of a person, or null.</summary>
    public async Task<PersonState?> StateOfAsync(PersonKey person, CancellationToken cancellationToken) =>
        await _app.Services.GetRequiredService<IStore>().ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken) is { } row
            ? StateJson.Read((string)row.Columns["json"])
            : null;

    /// <summary>Takes no more requests and waits until those that were taken have ended, their spans included; what it is made of still answers.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <summary>Stops the host, and sees to it that its log holds nothing that a person said.</summary>
    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Assert.NotEmpty(Logs.Lines);
        Assert.DoesNotContain(Logs.Lines, line => Planted.All.Any(word => line.Text.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    private static void Watch(IServiceCollection services, IStore? store)
    {
        var registered = services.Last(service => service.ServiceType == typeof(IStore));
        services.Remove(registered);
        services.AddSingleton<IStore>(provider => new WatchedStore(store ?? (IStore)registered.ImplementationFactory!(provider)));
    }
}
