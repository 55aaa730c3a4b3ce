using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CtoBot.Benchmarks.Turns;

/// <summary>The bot and the baseline as an operator would publish them.</summary>
/// <param name="Bot">The bot.</param>
/// <param name="Baseline">What it is measured against.</param>
internal sealed record Programs(string Bot, string Baseline)
{
    /// <summary>Publishes both into a folder, unless they are there.</summary>
    /// <exception cref="InvalidOperationException">That failed; the message has the output.</exception>
    public static async Task<Programs> PublishAsync(string folder)
    {
        var programs = new Programs(Path.Combine(folder, "bot", "CtoBot"), Path.Combine(folder, "baseline", "CtoBot.Benchmarks.Baseline"));
        if (!File.Exists(programs.Bot))
            await PublishAsync("src/CtoBot", Path.GetDirectoryName(programs.Bot)!);
        if (!File.Exists(programs.Baseline))
            await PublishAsync("tests/CtoBot.Benchmarks.Baseline", Path.GetDirectoryName(programs.Baseline)!);
        return programs;
    }

    private static async Task PublishAsync(string project, string folder)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet", ["publish", Path.Combine(Root(), project), "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "--no-self-contained", "-o", folder, "--nologo", "-v", "quiet"])
        {
            RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
            throw new InvalidOperationException($"{project} could not be published:\n{output}");
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "CtoBot.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository was not found.");
        return folder;
    }
}
