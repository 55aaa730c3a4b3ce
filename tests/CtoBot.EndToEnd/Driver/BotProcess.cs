using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CtoBot.EndToEnd.Driver;

/// <summary>
/// The built bot as a process of its own, so that a test can kill it without warning and start it again on the same
/// port and data folder.
/// </summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);

    private readonly string[] _arguments;
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly StringBuilder _output = new();
    private Process? _process;

    private BotProcess(string[] arguments, IReadOnlyDictionary<string, string> environment)
    {
        _arguments = arguments;
        _environment = environment;
        Address = new UriBuilder(Uri.UriSchemeHttp, "127.0.0.1", FreePort()).Uri;
    }

    /// <summary>Where the bot listens; the same after a restart.</summary>
    public Uri Address { get; }

    /// <summary>The bot's messaging endpoint.</summary>
    public Uri Endpoint => new(Address, "api/messages");

    /// <summary>What the bot wrote to its console, over all its starts.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts the bot and waits until it listens.</summary>
    /// <param name="arguments">Command line; the address to listen on is added.</param>
    /// <param name="environment">Variables added to those of this process; the environment is Development unless they say otherwise.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">It ended, or did not listen within 30 s. The message carries its output.</exception>
    public static async Task<BotProcess> StartAsync(
        string[] arguments, IReadOnlyDictionary<string, string>? environment = null, CancellationToken cancellationToken = default)
    {
        var bot = new BotProcess(arguments, environment ?? new Dictionary<string, string>());
        await bot.StartAgainAsync(cancellationToken);
        return bot;
    }

    /// <summary>Ends the process at once (SIGKILL on Unix): no shutdown code runs.</summary>
    public async Task Kill9Async()
    {
        if (_process is not { } process)
            return;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
        _process = null;
    }

    /// <summary>Asks the process to end (SIGTERM, as platforms do), and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> TerminateAsync(CancellationToken cancellationToken)
    {
        var process = _process ?? throw new InvalidOperationException("The bot does not run.");
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await kill.WaitForExitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        var code = process.ExitCode;
        process.Dispose();
        _process = null;
        return code;
    }

    /// <summary>Starts the bot after <see cref="Kill9Async"/> or <see cref="TerminateAsync"/>, with the same arguments on the same port.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="more">Arguments for this start only.</param>
    /// <exception cref="InvalidOperationException">As for <see cref="StartAsync"/>.</exception>
    public async Task StartAgainAsync(CancellationToken cancellationToken = default, params string[] more)
    {
        Assert.Null(_process);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "CtoBot.dll"), .. _arguments, .. more, "--urls", Address.AbsoluteUri])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_ENVIRONMENT"] = start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in _environment)
            start.Environment[name] = value;

        var process = _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        var listens = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, e) => Record(e.Data, listens);
        process.ErrorDataReceived += (_, e) => Record(e.Data, listens);
        process.Exited += (_, _) => listens.TrySetResult(false);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        try
        {
            if (await listens.Task.WaitAsync(StartLimit, cancellationToken))
                return;
        }
        catch (TimeoutException)
        {
            // Reported below, with the output.
        }

        await Kill9Async();
        throw new InvalidOperationException($"The bot does not listen on {Address}. Its output:\n{Output}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Kill9Async();

    private void Record(string? line, TaskCompletionSource<bool> listens)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        // The host's own line, printed when the socket is open.
        if (line.Contains("Application started.", StringComparison.Ordinal))
            listens.TrySetResult(true);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
