using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CtoBot.Benchmarks.Reminders;

/// <summary>The built bot as a process that sweeps, to be killed without warning.</summary>
internal sealed class StormProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StormProcess(Process process) => this.process = process;

    /// <summary>Ends when the process runs.</summary>
    public Task Started => started.Task;

    public static StormProcess Start(string folder, StormPlan plan)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtoBot.dll"), "--urls", $"http://127.0.0.1:{FreePort()}"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in new (string, string)[]
        {
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("DOTNET_ENVIRONMENT", "Development"), ("Store__Folder", folder), ("Store__Timeout", "00:00:30"),
            ("Reminders__Every", "00:00:02"), ("Reminders__Claim", "00:00:15"), ("Sending__Instances", "2"),
            ("Sending__InFlight", plan.InFlight.ToString(CultureInfo.InvariantCulture)), ("Sending__TenantRate", plan.TenantRate.ToString(CultureInfo.InvariantCulture)),
            ("Logging__LogLevel__Default", "None"), ("Logging__LogLevel__Microsoft.Hosting.Lifetime", "Information"),
        })
            start.Environment[name] = value;
        var started = new StormProcess(new Process { StartInfo = start, EnableRaisingEvents = true });
        started.process.OutputDataReceived += (_, line) => started.Read(line.Data);
        started.process.Exited += (_, _) => started.started.TrySetException(new InvalidOperationException("The bot ended before it ran."));
        started.process.Start();
        started.process.BeginOutputReadLine();
        return started;
    }

    /// <summary>Ends it at once: no code of its own runs any more.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Read(string? line)
    {
        if (line?.Contains("Application started.", StringComparison.Ordinal) == true)
            started.TrySetResult();
    }

    private static string FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}
