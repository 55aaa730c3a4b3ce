using System.Globalization;
using CtoBot.Operations;
using CtoBot.Storage;
using CtoBot.Storage.Sqlite;
using CtoBot.Tests.OwnData;
using CtoBot.Tests.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Row = CtoBot.Turns.Row;

namespace CtoBot.Tests.Operations;

public sealed class CopyStoreTests(AzuriteServer azurite) : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        folder.Dispose();
        output.Dispose();
        errors.Dispose();
    }

    [Fact]
    public async Task From_sqlite_to_tables_and_back_everything_is_the_same()
    {
        await azurite.StartAsync();
        var prefix = $"--Store:TablePrefix=T{Guid.NewGuid():N}";
        var before = await FillAsync("source");
        Assert.Equal(0, await RunAsync("copy-store", "--from", $"sqlite:{folder.File("source")}", "--to", $"tables:{azurite.ConnectionString}", prefix));
        Assert.Equal(0, await RunAsync("copy-store", $"--from=tables", $"--to=sqlite:{folder.File("back")}", prefix, $"--Store:ConnectionString={azurite.ConnectionString}"));
        Assert.Equal(before, await RowsAsync("back"));
        Assert.Contains("both stores hold the same", output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", errors.ToString());
        Assert.DoesNotContain(AzuriteServer.AccountKey, output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task From_sqlite_to_sqlite_and_again_everything_is_the_same()
    {
        var before = await FillAsync("source");
        for (var time = 0; time < 2; time++)
            Assert.Equal(0, await RunAsync("copy-store", "--from", $"sqlite:{folder.File("source")}", "--to", $"sqlite:{folder.File("target")}"));
        Assert.Equal(before, await RowsAsync("target"));
    }

    [Fact]
    public async Task What_was_interrupted_at_any_write_goes_on_when_it_is_repeated()
    {
        var source = new MemoryStore();
        await FillAsync(source);
        var copied = 0;
        for (var done = false; !done; copied++)
        {
            var inner = new MemoryStore();
            try
            {
                done = await CopyAsync(source, new TroubledStore(inner) { BreaksAt = copied + 1, BreaksAfterwards = copied % 2 == 0 });
            }
            catch (StoreUnavailableException)
            {
                Assert.True(await CopyAsync(source, inner));
            }
        }

        Assert.True(copied > 10, $"{copied}");
    }

    [Fact]
    public async Task A_row_that_is_not_as_it_was_copied_is_found()
    {
        var source = new MemoryStore();
        await FillAsync(source);
        var target = new MemoryStore();
        var meddling = new TroubledStore(target);
        meddling.Before = async number =>
        {
            if (number == 3)
                await target.WriteAsync(StoreTable.CtoBot, "tenant|person-000", [new RowChange.Upsert(Row("state", "other"))], Cancel);
        };
        Assert.False(await CopyAsync(source, meddling));
        Assert.Contains("not as they were copied", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_the_source_does_not_have_are_told()
    {
        await FillAsync("source");
        using (var target = new SqliteStore(folder.File("target"), TimeSpan.FromSeconds(8)))
        {
            await target.PrepareAsync(Cancel);
            await target.WriteAsync(StoreTable.Due, "00", [new RowChange.Add(Row("stray", "x"))], Cancel);
        }

        Assert.Equal(1, await RunAsync("copy-store", "--from", $"sqlite:{folder.File("source")}", "--to", $"sqlite:{folder.File("target")}"));
        Assert.Contains("1 more than were copied", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_interrupts_a_copy()
    {
        await FillAsync("source");
        Assert.Equal(1, await OperatorCommands.RunAsync(["copy-store", "--from", $"sqlite:{folder.File("source")}", "--to", $"sqlite:{folder.File("t")}"], output, errors, new CancellationToken(true)));
        Assert.Contains("Run the same command again", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--from is missing", "--to", "sqlite:x")]
    [InlineData("--to is missing", "--from", "sqlite:x")]
    [InlineData("--from is not understood", "--from", "oracle:x", "--to", "sqlite:x")]
    [InlineData("--from is not understood", "--from", "sqlite:", "--to", "sqlite:x")]
    [InlineData("--to: Store:Kind is \"tables\", but neither", "--from", "sqlite:x", "--to", "tables")]
    [InlineData("there is no ctobot.db", "--from", "sqlite:nowhere", "--to", "sqlite:x")]
    [InlineData("the same store", "--from", "sqlite:x", "--to", "sqlite:./x/")]
    [InlineData("cannot be read", "--from", "tables:SECRET", "--to", "sqlite:x")]
    public async Task Bad_arguments_are_told(string message, params string[] arguments)
    {
        Assert.Equal(1, await RunAsync(["copy-store", .. arguments]));
        Assert.Contains(message, errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_command_lists_those_that_there_are()
    {
        Assert.Equal(1, await RunAsync("copystore"));
        Assert.Contains("copy-store --from STORE --to STORE", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("purge", errors.ToString(), StringComparison.Ordinal);
        Assert.Contains("playground", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "purge")]
    [InlineData(true, "nonsense")]
    [InlineData(false, "playground", "--open")]
    [InlineData(false, "--urls", "http://127.0.0.1:0")]
    [InlineData(false, "Store:Kind=sqlite")]
    [InlineData(false)]
    public void Settings_of_the_bot_are_no_command(bool expected, params string[] arguments) =>
        Assert.Equal(expected, OperatorCommands.IsOne(arguments));

    private Task<int> RunAsync(params string[] arguments) => OperatorCommands.RunAsync(arguments, output, errors, Cancel);

    private async Task<bool> CopyAsync(IStore from, IStore to)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).BuildServiceProvider();
        return await CopyStoreCommand.CopyAsync(from, to, new(new ConfigurationBuilder().Build(), services, output), Cancel);
    }

    private async Task<List<string>> FillAsync(string name)
    {
        using (var store = new SqliteStore(folder.File(name), TimeSpan.FromSeconds(8)))
        {
            await store.PrepareAsync(Cancel);
            await FillAsync(store);
        }

        return await RowsAsync(name);
    }

    /// <summary>People with many rows, large rows, odd keys and every type of column.</summary>
    private static async Task FillAsync(IStore store)
    {
        await new BotOnStore(store, TimeProvider.System).SetUpAsync(new PersonKey("tenant", "set up"), "words");
        for (var person = 0; person < 8; person++)
        {
            var partition = string.Create(CultureInfo.InvariantCulture, $"tenant|person-{person:D3}");
            await store.WriteAsync(StoreTable.CtoBot, partition, [new RowChange.Add(Row("state", "first")), .. Enumerable.Range(0, 60).Select(i => new RowChange.Add(Row($"visit|{i}/ü?#\\", $"text {i}")))], Cancel);
        }

        foreach (var i in Enumerable.Range(0, 5))
            await store.WriteAsync(StoreTable.CtoBot, "tenant|large", [new RowChange.Add(Row($"long|{i}", new string('x', 300_000)))], Cancel);
        var types = Row("types", "text \ud800 ü");
        types = types with { Columns = types.Columns.AddRange(new Dictionary<string, object> { ["i"] = 1, ["l"] = long.MaxValue, ["d"] = 0.1, ["b"] = true, ["t"] = new DateTimeOffset(2026, 11, 27, 8, 0, 0, 123, TimeSpan.Zero).AddTicks(4567) }) };
        await store.WriteAsync(StoreTable.CtoBot, "tenant/with?odd#\\key|ü", [new RowChange.Add(types)], Cancel);
        foreach (var shard in Enumerable.Range(0, 4))
            await store.WriteAsync(StoreTable.Due, shard.ToString(CultureInfo.InvariantCulture), [.. Enumerable.Range(0, 30).Select(i => new RowChange.Add(Row($"2026|tenant|person-{i}", "due")))], Cancel);
    }

    private static Row Row(string key, string text) => new(key, System.Collections.Immutable.ImmutableDictionary<string, object>.Empty.Add("text", text));

    private async Task<List<string>> RowsAsync(string name)
    {
        using var store = new SqliteStore(folder.File(name), TimeSpan.FromSeconds(8));
        var rows = new List<string>();
        foreach (var table in Enum.GetValues<StoreTable>())
        {
            await foreach (var (partition, row) in store.ScanAsync(table, Cancel))
                rows.Add($"{table} {partition} {row.Key} {ColumnsJson.WriteText(row.Columns)}");
        }

        return rows;
    }
}
