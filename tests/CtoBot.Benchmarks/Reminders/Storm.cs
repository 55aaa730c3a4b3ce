using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CtoBot.Storage.Sqlite;
using CtoBot.Turns;
using NodaTime.Extensions;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>Everybody due in one minute, two processes of the bot on one file, a connector with every fault, and one process killed every few seconds.</summary>
internal static class Storm
{
    /// <summary>Calls at once of a process: what it was sending when it was killed may come once more.</summary>
    private const int InFlight = 64;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    public static async Task<bool> RunAsync(int people, int tenants, int killSeconds)
    {
        var folder = Directory.CreateTempSubdirectory("ctobot-storm-").FullName;
        await using var connector = await Connector.StartAsync(faulty: true);
        using var store = new SqliteStore(folder, TimeSpan.FromSeconds(30));
        await store.PrepareAsync(default);
        // Due a minute ago, which is not too late.
        var now = DateTimeOffset.UtcNow;
        var due = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)).AddMinutes(-1);
        var clock = new CtoBot.Tests.Support.JumpClock(due.AddMinutes(-10));
        var seed = new Seed(store, await Seed.TemplateAsync(clock, connector.ServiceUrl, TimeOnly.FromDateTime(due.UtcDateTime)));
        var everybody = Enumerable.Range(0, people).Select(number => Seed.Person(number, tenants, "due")).ToList();
        await seed.WriteAsync(everybody, due.ToInstant());
        Console.WriteLine($"{people} people in {tenants} tenants are due. Load average {File.ReadAllText("/proc/loadavg").Trim()}.");

        var expected = everybody.Count(person => !Connector.IsBlocked(Seed.Conversation(person)));
        Process[] bots = [Start(folder), Start(folder)];
        var (kills, lost) = (0, 0);
        var watch = Stopwatch.StartNew();
        var killed = TimeSpan.Zero;
        var half = TimeSpan.Zero;
        while (connector.Got.Count < expected && watch.Elapsed < Limit)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            if (half == TimeSpan.Zero && connector.Got.Count > expected / 2)
                half = watch.Elapsed;
            if (killSeconds > 0 && watch.Elapsed - killed > TimeSpan.FromSeconds(killSeconds))
            {
                var victim = kills++ % 2;
                lost += connector.InFlight;
                bots[victim].Kill();
                await bots[victim].WaitForExitAsync();
                bots[victim].Dispose();
                bots[victim] = Start(folder);
                killed = watch.Elapsed;
                Console.WriteLine($"{watch.Elapsed.TotalSeconds:0} s: {connector.Got.Count} of {expected}");
            }
        }

        var finished = watch.Elapsed;
        // What the last process left claimed is dealt with as well.
        await Task.Delay(TimeSpan.FromSeconds(30));
        foreach (var bot in bots)
        {
            bot.Kill();
            await bot.WaitForExitAsync();
            bot.Dispose();
        }

        var repeats = connector.Got.Values.Sum(count => count - 1);
        var blocked = 0;
        foreach (var person in everybody.Where(person => Connector.IsBlocked(Seed.Conversation(person))))
            blocked += StateRow.Read((await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, default))!).Reminders.Suspended is null ? 0 : 1;
        Console.WriteLine(
            $"{connector.Got.Count} of {expected} got it, half within {half.TotalSeconds:0} s, all within {finished.TotalSeconds:0} s; {kills} kills, {repeats} repeats, {lost} calls open at the kills; "
            + $"{blocked} of {people - expected} who block the bot suspended; at most {connector.BusiestSecond()} calls of a tenant in a second. Load average {File.ReadAllText("/proc/loadavg").Trim()}.");
        Directory.Delete(folder, recursive: true);
        return connector.Got.Count == expected && repeats <= kills * InFlight;
    }

    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtoBot.dll"), "--urls", $"http://127.0.0.1:{FreePort()}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new (string, string)[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"), ("Store__Folder", folder), ("Store__Timeout", "00:00:30"),
            ("Reminders__Every", "00:00:02"), ("Reminders__Claim", "00:00:15"), ("Sending__Instances", "2"), ("Sending__InFlight", InFlight.ToString(CultureInfo.InvariantCulture)), ("Logging__LogLevel__Default", "None"),
        })
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The bot did not start.");
        process.BeginOutputReadLine();
        return process;
    }

    private static string FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
