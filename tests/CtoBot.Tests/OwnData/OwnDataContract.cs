using System.Collections.Immutable;
using CtoBot.Storage;
using CtoBot.Tests.Support;
using CtoBot.Turns;

namespace CtoBot.Tests.OwnData;

/// <summary>What holds for a person's own data on every store. Each store has a class that derives from this one.</summary>
public abstract partial class OwnDataContract : IAsyncLifetime
{
    protected const string Words = "qzxUnmistakable";

    protected IStore Store { get; private set; } = null!;

    protected TestClock Clock { get; } = new(new DateTimeOffset(2026, 11, 27, 8, 0, 0, TimeSpan.Zero));

    protected static PersonKey Person { get; } = new("0a1b2c3d-0000-4000-8000-000000000001", "0a1b2c3d-0000-4000-8000-0000000000aa");

    protected static PersonKey Other { get; } = new(Person.TenantId, "0a1b2c3d-0000-4000-8000-0000000000bb");

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Store = await OpenAsync();
        await Store.PrepareAsync(Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await CloseAsync(Store);
    }

    /// <summary>A store that holds nothing.</summary>
    protected abstract Task<IStore> OpenAsync();

    protected abstract Task CloseAsync(IStore store);

    /// <summary>Both people set up; the first with many rows and with reminders due.</summary>
    protected async Task<BotOnStore> TwoPeopleAsync(int moreRows = 250)
    {
        var bot = new BotOnStore(Store, Clock);
        await bot.SetUpAsync(Other, "other");
        await bot.SetUpAsync(Person, Words);
        foreach (var rows in Enumerable.Range(0, moreRows).Select(i => Text($"visit|{i:D4}", $"{Words} {i}")).Chunk(100))
            await Store.WriteAsync(StoreTable.CtoBot, Person.Partition, [.. rows.Select(row => new RowChange.Add(row))], Cancel);
        foreach (var person in (PersonKey[])[Person, Other])
            Assert.Contains(await ScanAsync(), row => row.StartsWith("Due ", StringComparison.Ordinal) && row.Contains(person.UserId, StringComparison.Ordinal));
        return bot;
    }

    protected static Row Text(string key, string text) => new(key, ImmutableDictionary<string, object>.Empty.Add("text", text));

    /// <summary>Every row of every table as text, with its keys and columns.</summary>
    protected async Task<List<string>> ScanAsync()
    {
        var all = new List<string>();
        foreach (var table in Enum.GetValues<StoreTable>())
        {
            await foreach (var (partition, row) in Store.ScanAsync(table, Cancel))
                all.Add($"{table} {partition} {row.Key} {ColumnsJson.WriteText(row.Columns)}");
        }

        return all;
    }

    /// <summary>No table holds anything of the person, and the other person has lost nothing.</summary>
    protected async Task AssertNoTraceAsync(int rowsOfOther)
    {
        var rows = await ScanAsync();
        Assert.All(rows, row => Assert.False(
            row.Contains(Person.UserId, StringComparison.OrdinalIgnoreCase) || row.Contains(Words, StringComparison.OrdinalIgnoreCase), row));
        Assert.Equal(rowsOfOther, rows.Count(row => row.Contains(Other.UserId, StringComparison.Ordinal)));
    }

    protected async Task<int> RowsOfOtherAsync() => (await ScanAsync()).Count(row => row.Contains(Other.UserId, StringComparison.Ordinal));
}
