using System.Collections.Immutable;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

/// <summary>What the port promises. Each store has a class that derives from this one and runs every test.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    /// <summary>A partition that no other test uses.</summary>
    protected string Person { get; } = "tenant|" + Guid.NewGuid();

    protected IStore Store { get; private set; } = null!;

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

    /// <summary>A store whose tables hold nothing, or nothing of this test.</summary>
    protected abstract Task<IStore> OpenAsync();

    protected abstract Task CloseAsync(IStore store);

    protected static Row Row(string key, params ReadOnlySpan<(string Name, object Value)> columns)
    {
        var builder = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, value) in columns)
            builder.Add(name, value);
        return new(key, builder.ToImmutable());
    }

    protected static Row Text(string key, string text) => Row(key, ("text", text));

    protected ValueTask<WriteResult> Write(params RowChange[] changes) => Store.WriteAsync(StoreTable.CtoBot, Person, changes, Cancel);

    protected ValueTask<Row?> Read(string key) => Store.ReadAsync(StoreTable.CtoBot, Person, key, Cancel);

    protected async Task<string?> ReadText(string key) => (string?)(await Read(key))?.Columns["text"];

    protected async Task<string[]> Keys(KeyRange range) =>
        [.. (await All(Store.QueryAsync(StoreTable.CtoBot, Person, range, Cancel))).Select(row => row.Key)];

    /// <summary>Writes a row that must be saved, and returns its ETag.</summary>
    protected async Task<string> Save(RowChange change)
    {
        var result = await Write(change);
        Assert.True(result.Saved);
        return result.ETags.GetValueOrDefault(change.Key, "");
    }

    protected static async Task<List<T>> All<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }
}
