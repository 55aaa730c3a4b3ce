using CtoBot.Tests.Support;
using Microsoft.Extensions.Configuration;

namespace CtoBot.Benchmarks.Turns;

/// <summary>The commands that put a load on the published bot.</summary>
internal static class TurnCommands
{
    /// <summary>See <see cref="TurnLoad"/>.</summary>
    public static async Task<bool> LoadAsync(IConfiguration settings)
    {
        var counts = new TurnLoad.Counts(settings.GetValue("first", 5_000), settings.GetValue("alone", 1_000), settings.GetValue("at-once", 4_000), settings.GetValue("more", 50_000));
        return await InFolderAsync(settings, async (programs, work) =>
        {
            await using var azurite = settings["store"] == "tables" ? new AzuriteServer() : null;
            if (azurite is not null)
                await azurite.StartAsync();
            return await new TurnLoad(programs, await Script.MakeAsync(), work, azurite, counts).RunAsync(settings.GetValue("runs", 5));
        });
    }

    /// <summary>See <see cref="Start"/>.</summary>
    public static Task<bool> StartAsync(IConfiguration settings) => InFolderAsync(settings, (programs, work) => new Start(programs, Path.Combine(work, "start")).RunAsync(settings.GetValue("runs", 9)));

    /// <summary>See <see cref="Growth"/>.</summary>
    public static Task<bool> GrowthAsync(IConfiguration settings) => InFolderAsync(settings, (programs, work) =>
        new Growth(programs, work).RunAsync(settings.GetValue("runs", 5), settings.GetValue("turns", 1_000), settings.GetValue("people", 1_000_000)));

    private static async Task<bool> InFolderAsync(IConfiguration settings, Func<Programs, string, Task<bool>> run)
    {
        var work = Directory.CreateTempSubdirectory("ctobot-turns-").FullName;
        try
        {
            return await run(await Programs.PublishAsync(settings["published"] ?? work), work);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
