using System.Diagnostics;
using CtoBot.EndToEnd.Driver;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Reliability;

/// <summary>Two processes of the bot on one store, the same activities posted to both at once, and one of them killed with SIGKILL every few seconds.</summary>
public sealed class TwoProcessTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_table_storage_nothing_is_lost_or_doubled() => OnTablesAsync(atOnce: 3, TimeSpan.FromSeconds(1.5), pair => pair is { Kills: >= 3, People.Count: >= 3 });

    [Fact]
    public async Task On_one_file_nothing_is_lost_or_doubled()
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        await RunAsync(store, [("Store:Folder", folder.Path)], atOnce: 3, TimeSpan.FromSeconds(1.5), pair => pair is { Kills: >= 3, People.Count: >= 3 });
    }

    /// <summary>The long run behind the figures in docs/reliability.md.</summary>
    [Fact(Explicit = true)]
    public Task On_table_storage_nothing_is_lost_or_doubled_in_five_minutes()
    {
        var clock = Stopwatch.StartNew();
        return OnTablesAsync(atOnce: 6, TimeSpan.FromSeconds(4), _ => clock.Elapsed > TimeSpan.FromMinutes(5));
    }

    private async Task OnTablesAsync(int atOnce, TimeSpan killEvery, Func<ProcessPair, bool> enough)
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        await RunAsync(AzuriteTables.Store(options), TableSettings.Of(options), atOnce, killEvery, enough);
    }

    private async Task RunAsync(IStore store, IEnumerable<(string Key, string Value)> settings, int atOnce, TimeSpan killEvery, Func<ProcessPair, bool> enough)
    {
        await using var connector = await LoopbackConnector.StartAsync(Cancel);
        using var folder = new TemporaryFolder();
        PostedScript script;
        await using (var host = await BotHost.StartAsync(folder.Path, new MemoryStore(), null, Cancel))
            script = await PostedScript.RecordAsync(host, connector, Cancel);

        await store.PrepareAsync(Cancel);
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        // Each person is posted to both at once, as fast as it goes.
        environment["Limits__PersonRate"] = "0";
        await using var first = await BotProcess.StartAsync([], environment, Cancel);
        await using var second = await BotProcess.StartAsync([], environment, Cancel);
        using var pair = new ProcessPair([first, second], connector, script);
        var clock = Stopwatch.StartNew();
        await pair.RunAsync(atOnce, killEvery, enough, Cancel);
        output.WriteLine($"{store.Name}: {pair}, {clock.Elapsed.TotalSeconds:0.0} s");

        foreach (var user in pair.People)
            Assert.Equal(script.Rows, script.Comparable(await StoreDump.OfAsync(store, PostedScript.KeyOf(user), Cancel), user));
        Assert.All([first, second], bot => Assert.DoesNotContain("error.broken", bot.Output, StringComparison.Ordinal));
    }
}
