using System.Diagnostics;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Reminders;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>How many reminders one instance sends with throttles lifted, on SQLite.</summary>
internal static class Rate
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero);

    public static async Task RunAsync(int people, int scheduled, string connectorKind)
    {
        var withConnector = connectorKind == "loopback";
        var folder = Directory.CreateTempSubdirectory("ctobot-rate-").FullName;
        await using var connector = await Connector.StartAsync(faulty: false);
        var clock = new JumpClock(Morning.AddDays(-1).AddHours(1));
        using var store = new SqliteStore(folder, TimeSpan.FromSeconds(30));
        await store.PrepareAsync(default);
        var seed = new Seed(store, await Seed.TemplateAsync(clock, connector.ServiceUrl, new TimeOnly(7, 30)));
        await seed.WriteAsync([.. Enumerable.Range(0, people).Select(number => Seed.Person(number, 1_000, "due"))], Morning.ToInstant());
        await seed.WriteAsync([.. Enumerable.Range(0, scheduled).Select(number => Seed.Person(number, 1_000, "later"))], Morning.AddDays(30).ToInstant());
        Console.WriteLine($"{people} due, {scheduled} others scheduled.");

        await using var app = Build(folder, store, clock, withConnector ? null : new Nowhere(render: connectorKind == "cards"));
        await app.StartAsync();
        var sweep = app.Services.GetRequiredService<Sweep>();
        var metrics = app.Services.GetRequiredService<ReminderMetrics>();
        // The second morning counts: then it is an instance that has run for a while, and whose code is compiled.
        clock.Set(Morning.AddSeconds(1));
        await SweepAsync(sweep);
        var before = metrics.Counts.Sent;
        clock.Set(Morning.AddDays(1).AddSeconds(1));
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        await SweepAsync(sweep);
        watch.Stop();
        process.Refresh();
        var sent = metrics.Counts.Sent - before;
        Console.WriteLine(
            $"{sent} sent in {watch.Elapsed.TotalSeconds:0.00} s: {sent / watch.Elapsed.TotalSeconds:0} a second, "
            + $"{(process.TotalProcessorTime - cpu).TotalMilliseconds * 1000 / sent:0} µs of CPU each{(withConnector ? ", the connector's included" : "")}. "
            + $"Load average {File.ReadAllText("/proc/loadavg").Trim()}.");
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SweepAsync(Sweep sweep)
    {
        while (await sweep.RunAsync(default) != SweepEnd.Done)
            await sweep.RoomAsync(default);
        await sweep.IdleAsync(default);
    }

    private static WebApplication Build(string folder, IStore store, TimeProvider clock, IOutreach? outreach)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = folder,
            EnvironmentName = Environments.Development,
            Args = [BotServices.SettingsOnce],
        });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Reminders:Enabled"] = "false", ["Sending:TenantRate"] = "0", ["Reminders:TenantBacklog"] = "2000", ["Sending:TenantInFlight"] = "64" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddBot();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(store);
        if (outreach is not null)
            builder.Services.AddSingleton(outreach);
        return builder.Build().MapBot();
    }

    /// <summary>Takes everything at once; renders its cards or not.</summary>
    private sealed class Nowhere(bool render) : IOutreach, IChannel
    {
        public bool AnswersRepeats => false;

        public IChannel To(PersonKey person, SendWindow? window) => this;

        public TimeSpan HeldFor(string tenantId) => TimeSpan.Zero;

        public Task SendAsync(Turn turn, CancellationToken cancellationToken)
        {
            if (render)
            {
                foreach (var reply in turn.Replies)
                    _ = CardRenderer.Render(reply, turn.Texts);
            }

            return Task.CompletedTask;
        }
    }
}
