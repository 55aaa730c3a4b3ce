using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CtoBot.Benchmarks.Turns;

/// <summary>A published program under load, in a process of its own.</summary>
internal sealed partial class Target : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What the kernel counts processor time in, see proc(5).</summary>
    private const double TicksASecond = 100;

    private readonly Process process;

    private Target(Process process, Uri address, TimeSpan listening)
    {
        this.process = process;
        Address = address;
        Listening = listening;
    }

    /// <summary>Where it takes activities.</summary>
    public Uri Address { get; }

    /// <summary>From the start of the process until it said that it listens.</summary>
    public TimeSpan Listening { get; }

    /// <summary>Processor time of the process so far, in user and kernel mode.</summary>
    public TimeSpan Cpu
    {
        get
        {
            // The name of the program, in parentheses, may hold blanks.
            var fields = Read("stat").Split(") ")[^1].Split(' ');
            return TimeSpan.FromSeconds((Number(fields[11]) + Number(fields[12])) / TicksASecond);
        }
    }

    /// <summary>Resident memory in MiB.</summary>
    public double Memory => Number(ResidentSize().Match(Read("status")).Groups[1].Value) / 1024;

    /// <summary>Starts a program and waits until it listens.</summary>
    /// <exception cref="InvalidOperationException">It ended, or did not listen in time; the message has its output.</exception>
    public static async Task<Target> StartAsync(string program, params IEnumerable<(string Name, string Value)> settings)
    {
        var start = new ProcessStartInfo(program, ["--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.Concat(
        [
            // Development, because activities come without a token; apart from that, as in production.
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Logging__LogLevel__Microsoft.AspNetCore", "Warning"),
            // A few people who send as much as thousands: counted as always, and refused nothing.
            ("Limits__PersonRate", "1000000"), ("Limits__PersonBurst", "1000000"), ("Limits__TenantRate", "1000000"), ("Limits__TenantBurst", "1000000"),
        ]))
            start.Environment[name] = value;
        var watch = Stopwatch.StartNew();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var listening = new TaskCompletionSource<(Uri, TimeSpan)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (await Task.WhenAny(listening.Task, process.WaitForExitAsync(), Task.Delay(Patience)) != listening.Task)
        {
            process.Kill();
            await process.WaitForExitAsync();
            throw new InvalidOperationException($"{program} did not listen:\n{string.Join('\n', output)}");
        }

        var (address, after) = await listening.Task;
        return new(process, new Uri(address, "/api/messages"), after);

        void Hear(string? line)
        {
            if (line is null)
                return;
            output.Add(line);
            if (ListensAt().Match(line) is { Success: true } found)
                listening.TrySetResult((new Uri(found.Value), watch.Elapsed));
        }
    }

    /// <summary>Ends it.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private string Read(string file) => File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/{file}"));

    private static double Number(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=Now listening on: )http://127\.0\.0\.1:\d+")]
    private static partial Regex ListensAt();

    [GeneratedRegex(@"VmRSS:\s+(\d+) kB")]
    private static partial Regex ResidentSize();
}
