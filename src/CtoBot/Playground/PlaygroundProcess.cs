using System.Diagnostics;
using System.Globalization;

namespace CtoBot.Playground;

/// <summary>One running Playground: a local stand-in for the Teams client, with one person signed in.</summary>
public sealed class PlaygroundProcess : IAsyncDisposable
{
    private const string Listening = "Listening on ";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(3);

    // An allow list: the Playground has no need of the bot's secrets, and reads variables that would change its behaviour.
    private static readonly string[] Inherited = ["PATH", "HOME", "USERPROFILE", "SystemRoot", "TEMP", "TMP", "LANG", "TZ"];

    private readonly Process _process;

    private PlaygroundProcess(Process process, int port)
    {
        _process = process;
        Address = new UriBuilder(Uri.UriSchemeHttp, "localhost", port).Uri;
    }

    /// <summary>The page to open in a browser.</summary>
    public Uri Address { get; }

    /// <summary>Completes when the process has ended, for whatever reason.</summary>
    public Task Ended => _process.WaitForExitAsync();

    /// <summary>Starts a Playground and waits until it answers.</summary>
    /// <param name="node">Node.js.</param>
    /// <param name="start">What to start.</param>
    /// <param name="cancellationToken">Ends the process that is starting.</param>
    /// <exception cref="PlaygroundException">It ended, or did not answer within 30 s.</exception>
    public static async Task<PlaygroundProcess> StartAsync(NodeTool node, PlaygroundStart start, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(node);
        ArgumentNullException.ThrowIfNull(start);
        Directory.CreateDirectory(start.WorkingFolder);
        await File.WriteAllTextAsync(Path.Combine(start.WorkingFolder, PlaygroundConfig.FileName), PlaygroundConfig.Render(start.Person), cancellationToken);

        var process = Process.Start(Describe(node, start))!;
        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(StartLimit);
            var playground = new PlaygroundProcess(process, await PortAsync(process, start, limit.Token));
            await playground.AnswersAsync(limit.Token);
            return playground;
        }
        catch (Exception e)
        {
            await EndAsync(process);
            process.Dispose();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
                throw new PlaygroundException($"The {start.Person.Role}'s Playground did not answer within {StartLimit.TotalSeconds} s. Its log is in {start.WorkingFolder}.", e);
            throw;
        }
    }

    /// <summary>Ends the process and what it started.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAsync(_process);
        _process.Dispose();
    }

    private static ProcessStartInfo Describe(NodeTool node, PlaygroundStart start)
    {
        var info = new ProcessStartInfo(node.Node)
        {
            WorkingDirectory = start.WorkingFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])
            [
                Path.GetFullPath(Path.Combine(start.InstallFolder, PlaygroundInstall.Launcher)),
                "-e", start.BotEndpoint.AbsoluteUri,
                "-c", "msteams",
                "-p", start.Port.ToString(CultureInfo.InvariantCulture),
                "--dt", "true",
            ])
            info.ArgumentList.Add(argument);
        info.Environment.Clear();
        foreach (var name in Inherited)
            if (Environment.GetEnvironmentVariable(name) is { } value)
                info.Environment[name] = value;
        info.Environment["TEAMSAPPTESTER_BROWSER"] = "none";
        info.Environment["NO_PROXY"] = "localhost,127.0.0.1,::1";
        if (start.TimeZone is { } zone)
            info.Environment["TZ"] = zone;
        return info;
    }

    /// <summary>The port from the line that the Playground prints: a wanted port that is taken it replaces by itself.</summary>
    private static async Task<int> PortAsync(Process process, PlaygroundStart start, CancellationToken cancellationToken)
    {
        var error = process.StandardError.ReadToEndAsync(CancellationToken.None);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.StartsWith(Listening, StringComparison.Ordinal) || !int.TryParse(line.AsSpan(Listening.Length), CultureInfo.InvariantCulture, out var port))
                continue;
            // A pipe that nobody reads would block the Playground once it is full.
            _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
            return port;
        }

        throw new PlaygroundException($"The {start.Person.Role}'s Playground ended before it was ready. Its log is in {start.WorkingFolder}. {(await error).Trim()}".TrimEnd());
    }

    private async Task AnswersAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            if (_process.HasExited)
                throw new PlaygroundException($"The Playground at {Address} ended with exit code {_process.ExitCode} before it was ready. Its log is in {_process.StartInfo.WorkingDirectory}.");
            try
            {
                using var answer = await http.GetAsync(new Uri(Address, "_debug/ping"), cancellationToken);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It prints its port a moment before its routes are mounted, or it is just ending: the next round tells.
            }
        }
        while (await timer.WaitForNextTickAsync(cancellationToken));
    }

    /// <summary>The launcher ends when its standard input does; a process that does not is ended from outside.</summary>
    private static async Task EndAsync(Process process)
    {
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(StopLimit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
