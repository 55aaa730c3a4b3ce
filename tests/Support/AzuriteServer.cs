using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace CtoBot.Tests.Support;

/// <summary>
/// The emulator of Azure Table storage on a free loopback port, with nothing kept on disk. It is started by the first
/// <see cref="StartAsync"/> and stopped by disposal. As a fixture of a test assembly:
/// <c>[assembly: AssemblyFixture(typeof(AzuriteServer))]</c>, and a parameter of the test class's constructor.
/// </summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    /// <summary>The emulator's account.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The emulator's documented key.</summary>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Lazy<Task> _started;
    private Process? _process;
    private Uri? _endpoint;

    public AzuriteServer() => _started = new Lazy<Task>(() => Task.Run(StartOnceAsync));

    /// <summary>The address of the table service, once it is started.</summary>
    public Uri Endpoint => _endpoint ?? throw new InvalidOperationException("The emulator is not started.");

    /// <summary>The connection string, once it is started.</summary>
    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={AccountName};AccountKey={AccountKey};TableEndpoint={Endpoint}";

    /// <summary>Starts the emulator, installing it first if need be; later calls wait for the same start.</summary>
    /// <exception cref="InvalidOperationException">Node.js is missing, or the emulator did not start; the message says why.</exception>
    public Task StartAsync() => _started.Value;

    public async ValueTask DisposeAsync()
    {
        if (_process is null) return;
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    private async Task StartOnceAsync()
    {
        NpmPackages.Install();
        // A free port may be taken by another process before the emulator binds it.
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var (process, failure) = await ListenAsync(port);
            if (failure is null)
            {
                _process = process;
                _endpoint = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/{AccountName}"));
                return;
            }
            process.Dispose();
            if (attempt == 5 || !failure.Contains("EADDRINUSE", StringComparison.Ordinal))
                throw new InvalidOperationException($"The emulator of Azure Table storage did not start:\n{failure}");
        }
    }

    private static async Task<(Process Process, string? Failure)> ListenAsync(int port)
    {
        var process = NpmPackages.Start(
            "node", "azurite-table.cjs", "--tableHost", "127.0.0.1", "--tablePort", port.ToString(CultureInfo.InvariantCulture),
            "--inMemoryPersistence", "--disableTelemetry", "--skipApiVersionCheck", "--silent");
        ConcurrentQueue<string> output = [];
        TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var exited = process.WaitForExitAsync();
        using CancellationTokenSource tooLate = new(Patience);
        await Task.WhenAny(listening.Task, exited, Task.Delay(Timeout.Infinite, tooLate.Token));
        if (listening.Task.IsCompletedSuccessfully && !process.HasExited) return (process, null);
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await exited;
        return (process, string.Join('\n', output));

        void Read(string? line)
        {
            if (line is null) return;
            output.Enqueue(line);
            if (line.Contains("successfully", StringComparison.OrdinalIgnoreCase)) listening.TrySetResult();
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
