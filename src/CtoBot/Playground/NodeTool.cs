using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace CtoBot.Playground;

/// <summary>The Node.js and npm of this computer.</summary>
/// <param name="Node">Path of the node program.</param>
/// <param name="Npm">Path of the npm program.</param>
public sealed record NodeTool(string Node, string Npm)
{
    /// <summary>The oldest major version of Node.js on which the Playground is known to run.</summary>
    public const int OldestMajor = 20;

    /// <summary>Looks for both on the search path.</summary>
    /// <param name="searchPath">Folders, as in the environment variable PATH.</param>
    /// <param name="cancellationToken">Ends the version query.</param>
    /// <exception cref="PlaygroundException">One is missing, or Node.js is too old.</exception>
    public static async Task<NodeTool> FindAsync(string? searchPath, CancellationToken cancellationToken)
    {
        var windows = OperatingSystem.IsWindows();
        if (OnPath(searchPath, windows ? "node.exe" : "node") is not { } node)
            throw new PlaygroundException($"Node.js {OldestMajor} or newer is needed, and there is none on the PATH. Install it from nodejs.org and start again.");
        if (OnPath(searchPath, windows ? "npm.cmd" : "npm") is not { } npm)
            throw new PlaygroundException($"Node.js is there ({node}), but npm is not on the PATH. Install npm, which nodejs.org's packages contain, and start again.");

        var (exitCode, output) = await RunAsync(node, ["--version"], Environment.CurrentDirectory, cancellationToken);
        var version = output.Trim();
        if (exitCode != 0 || !Version.TryParse(version.TrimStart('v'), out var parsed) || parsed.Major < OldestMajor)
            throw new PlaygroundException($"Node.js {OldestMajor} or newer is needed; {node} answers '{version}'. Install a newer one from nodejs.org and start again.");
        return new NodeTool(node, npm);
    }

    /// <summary>Installs exactly what the lock file in <paramref name="folder"/> names, unless that is installed already.</summary>
    /// <param name="folder">The folder with package.json and package-lock.json.</param>
    /// <param name="what">What is installed, for the progress line.</param>
    /// <param name="output">Where progress is written.</param>
    /// <param name="cancellationToken">Ends npm.</param>
    /// <exception cref="PlaygroundException">npm failed; the message carries what it wrote.</exception>
    public async Task EnsureInstalledAsync(string folder, string what, TextWriter output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        // Written last, so an installation that was cut short is done again.
        var stamp = Path.Combine(folder, "node_modules", ".installed");
        var wanted = Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken)));
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, cancellationToken) == wanted)
            return;

        await output.WriteLineAsync($"Installing {what} with npm into {folder} (needed once) ...");
        var (exitCode, text) = await RunAsync(Npm, ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], folder, cancellationToken);
        if (exitCode != 0)
            throw new PlaygroundException($"'npm ci' in {folder} ended with exit code {exitCode}:{Environment.NewLine}{text.Trim()}");
        await File.WriteAllTextAsync(stamp, wanted, cancellationToken);
        await output.WriteLineAsync("Installed.");
    }

    private static string? OnPath(string? searchPath, string program) =>
        (searchPath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder.Trim('"'), program))
            .FirstOrDefault(File.Exists);

    private static async Task<(int ExitCode, string Output)> RunAsync(
        string program, string[] arguments, string folder, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            try
            {
                process.StandardInput.Close();
                var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
                var error = process.StandardError.ReadToEndAsync(cancellationToken);
                await process.WaitForExitAsync(cancellationToken);
                return (process.ExitCode, await output + await error);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw;
            }
        }
        catch (Win32Exception e)
        {
            throw new PlaygroundException($"{program} does not start: {e.Message}", e);
        }
    }
}
