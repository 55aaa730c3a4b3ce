using System.Diagnostics;
using CtoBot.EndToEnd.Driver;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.Reliability;

/// <summary>Two processes of the bot on one store, told to end (SIGTERM) in turn while people go on writing; each activity is posted to one of them, and again to the other only if there was no response.</summary>
public sealed class GracefulShutdownTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_one_file_nothing_is_lost_or_doubled()
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        await RunAsync(store, [("Store:Folder", folder.Path)], stops: 2);
    }

    [Fact]
    public async Task On_table_storage_nothing_is_lost_or_doubled()
    {
        await azurite.StartAsync();
        var options = AzuriteTables.Options(azurite.Endpoint);
        await RunAsync(AzuriteTables.Store(options), TableSettings.Of(options), stops: 1);
    }

    /// <summary>The long run behind docs/operate.md.</summary>
    [Fact(Explicit = true)]
    public async Task On_one_file_nothing_is_lost_or_doubled_in_many_stops()
    {
        using var folder = new TemporaryFolder();
        using var store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        await RunAsync(store, [("Store:Folder", folder.Path)], stops: 10);
    }

    private async Task RunAsync(IStore store, IEnumerable<(string Key, string Value)> settings, int stops)
    {
        await using var connector = await LoopbackConnector.StartAsync(Cancel);
        using var folder = new TemporaryFolder();
        PostedScript script;
        await using (var host = await BotHost.StartAsync(folder.Path, new MemoryStore(), null, Cancel))
            script = await PostedScript.RecordAsync(host, connector, Cancel);

        await store.PrepareAsync(Cancel);
        var environment = settings.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        environment["Limits__PersonRate"] = "0";
        environment["Shutdown__Drain"] = "00:00:00.500";
        var starting = new[] { BotProcess.StartAsync([], environment, Cancel), BotProcess.StartAsync([], environment, Cancel) };
        await using var first = await starting[0];
        await using var second = await starting[1];
        using var pair = new RollingPair([first, second], connector, script);
        var clock = Stopwatch.StartNew();
        await pair.RunAsync(atOnce: 3, stops, Cancel);
        output.WriteLine($"{store.Name}: {pair}, {clock.Elapsed.TotalSeconds:0.0} s");

        Assert.NotEmpty(pair.People);
        Assert.True(pair.UnderWay > 0, "Nothing was under way when a process was told to end.");
        foreach (var user in pair.People)
            Assert.Equal(script.Rows, script.Comparable(await StoreDump.OfAsync(store, PostedScript.KeyOf(user), Cancel), user));
        Assert.All([first, second], bot => Assert.DoesNotContain("fail:", bot.Output, StringComparison.Ordinal));
    }
}
