using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace CtoBot.Tests.Support;

/// <summary>The npm packages that tests use: those of tests/npm/package-lock.json, installed when they are missing or out of date.</summary>
internal static class NpmPackages
{
    private const string NodeIsMissing =
        "These tests need Node.js 20 or newer, with node and npm on the PATH: they start the emulator of Azure Table storage and the validator of Teams manifests.";

    /// <summary>The folder with package.json and node_modules.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Installs the packages unless those of the lock file are there.</summary>
    /// <exception cref="InvalidOperationException">Node.js is missing, or npm failed; the message has its output.</exception>
    public static void Install()
    {
        var wanted = Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, "package-lock.json"))));
        var stamp = Path.Combine(Folder, "node_modules", ".installed-lock");
        // Several test processes may start at once: the first installs, the others wait for it.
        using Mutex oneAtATime = new(false, "ctobot-npm-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..16]);
        try
        {
            oneAtATime.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // A process was killed while it installed. The stamp is written last, so what it left is not taken for complete.
        }
        try
        {
            if (File.Exists(stamp) && File.ReadAllText(stamp) == wanted) return;
            Run(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            File.WriteAllText(stamp, wanted);
        }
        finally
        {
            oneAtATime.ReleaseMutex();
        }
    }

    /// <summary>Starts a process in <see cref="Folder"/> with its streams redirected.</summary>
    /// <exception cref="InvalidOperationException">There is no such program.</exception>
    public static Process Start(string program, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            return Process.Start(start) ?? throw new InvalidOperationException($"'{program}' did not start.");
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException($"{NodeIsMissing} '{program}' cannot be started: {e.Message}", e);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' in tests/npm failed:\n{output}{errors.GetAwaiter().GetResult()}");
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "npm");
            if (File.Exists(Path.Combine(candidate, "package-lock.json"))) return candidate;
        }
        throw new InvalidOperationException("tests/npm/package-lock.json was not found above the test assembly.");
    }
}
