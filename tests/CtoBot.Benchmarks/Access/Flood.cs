using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CtoBot.Benchmarks.Reminders;
using CtoBot.Storage.Sqlite;
using CtoBot.Turns;
using NodaTime;

namespace CtoBot.Benchmarks.Access;

/// <summary>
/// One person posts as fast as asked for a minute, to a process of the bot with its default settings on SQLite, while others of the same tenant
/// look at their day: how long the others wait, against a minute without the flood.
/// </summary>
internal static class Flood
{
    private const int Others = 24;

    /// <summary>How often each of the others writes.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, MaxConnectionsPerServer = 4_000 }) { Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Runs it, prints the figures, and tells whether half and 95 of 100 of the others' answers came within twice their normal time.</summary>
    public static async Task<bool> RunAsync(int rate, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("ctobot-flood-").FullName;
        await using var connector = await Connector.StartAsync(faulty: false);
        var people = Enumerable.Range(0, Others + 1).Select(number => Seed.Person(number, 1, "flood")).ToArray();
        using (var store = new SqliteStore(folder, TimeSpan.FromSeconds(30)))
        {
            await store.PrepareAsync(default);
            await new Seed(store, await Seed.TemplateAsync(TimeProvider.System, connector.ServiceUrl, new TimeOnly(7, 30))).WriteAsync(people, Instant.FromUtc(2099, 1, 1, 0, 0));
        }

        var address = new Uri($"http://127.0.0.1:{FreePort()}/api/messages");
        using var bot = await StartAsync(folder, address);
        var time = TimeSpan.FromSeconds(seconds);
        await OthersAsync(address, connector, people[1..], WarmUp);
        var normal = await OthersAsync(address, connector, people[1..], time);
        var flood = FloodAsync(address, connector, people[0], rate, time);
        var flooded = await OthersAsync(address, connector, people[1..], time);
        var statuses = await flood;
        bot.Kill();
        await bot.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);

        Console.WriteLine($"One person sends {rate} a second for {seconds} s: {string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} × {pair.Key}"))}.");
        Console.WriteLine($"{Others} others without it: {Show(normal)}.");
        Console.WriteLine($"{Others} others beside it:  {Show(flooded)}. Load average {(await File.ReadAllTextAsync("/proc/loadavg")).Trim()}.");
        return new[] { 0.5, 0.95 }.All(share => At(flooded, share) <= 2 * At(normal, share)) && flooded.Count >= normal.Count * 9 / 10;
    }

    private static async Task<List<double>> OthersAsync(Uri address, Connector connector, PersonKey[] people, TimeSpan time)
    {
        var times = new ConcurrentBag<double>();
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(people.Select(async (person, index) =>
        {
            // Not all at once.
            await Task.Delay(Pace * index / people.Length);
            using var timer = new PeriodicTimer(Pace);
            do
            {
                var watch = Stopwatch.StartNew();
                var status = await PostAsync(address, connector, person);
                if (status != HttpStatusCode.OK)
                    throw new InvalidOperationException($"One of the others was answered {(int)status}.");
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
            while (clock.Elapsed < time && await timer.WaitForNextTickAsync());
        }));
        return [.. times.Order()];
    }

    private static async Task<IReadOnlyDictionary<int, int>> FloodAsync(Uri address, Connector connector, PersonKey person, int rate, TimeSpan time)
    {
        var statuses = new ConcurrentDictionary<int, int>();
        var clock = Stopwatch.StartNew();
        var posts = new List<Task>();
        while (clock.Elapsed < time)
        {
            // As many as are due by now: a timer that is late must not make the flood a smaller one.
            while (posts.Count < clock.Elapsed.TotalSeconds * rate)
                posts.Add(OneAsync());
            await Task.Delay(5);
        }

        await Task.WhenAll(posts);
        return statuses;

        async Task OneAsync() => statuses.AddOrUpdate((int)await PostAsync(address, connector, person), 1, (_, count) => count + 1);
    }

    private static async Task<HttpStatusCode> PostAsync(Uri address, Connector connector, PersonKey person)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new
        {
            type = "message",
            id = Guid.NewGuid().ToString(),
            channelId = "msteams",
            serviceUrl = connector.ServiceUrl,
            text = "today",
            from = new { id = "29:" + person.UserId, aadObjectId = person.UserId },
            recipient = new { id = "28:bot" },
            conversation = new { id = Seed.Conversation(person), conversationType = "personal", tenantId = person.TenantId },
        }), Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(address, content);
        return response.StatusCode;
    }

    private static string Show(List<double> times) => string.Create(CultureInfo.InvariantCulture, $"half within {At(times, 0.5):0.0} ms, 95 of 100 within {At(times, 0.95):0.0} ms, 99 within {At(times, 0.99):0.0} ms, of {times.Count}");

    private static double At(List<double> sorted, double share) => sorted[Math.Min((int)(sorted.Count * share), sorted.Count - 1)];

    private static async Task<Process> StartAsync(string folder, Uri address)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtoBot.dll"), "--urls", address.GetLeftPart(UriPartial.Authority)])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new (string, string)[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"), ("Store__Folder", folder), ("Reminders__Enabled", "false"), ("Logging__LogLevel__Default", "Warning"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"),
        })
            start.Environment[name] = value;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The bot did not start.");
        var listens = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains("Application started.", StringComparison.Ordinal) == true)
                listens.TrySetResult();
        };
        process.BeginOutputReadLine();
        await listens.Task.WaitAsync(TimeSpan.FromSeconds(60));
        return process;
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
