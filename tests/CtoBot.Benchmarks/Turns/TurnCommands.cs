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
        var work = Directory.CreateTempSubdirectory("ctobot-turns-").FullName;
        try
        {
            await using var azurite = settings["store"] == "tables" ? new AzuriteServer() : null;
            if (azurite is not null)
                await azurite.StartAsync();
            var programs = await Programs.PublishAsync(work);
            return await new TurnLoad(programs, await Script.MakeAsync(), work, azurite, counts).RunAsync(settings.GetValue("runs", 5));
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
