using CtoBot.Storage.Sqlite;
using CtoBot.Turns;

namespace CtoBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Sixteen_writers_through_two_stores_on_one_file_lose_nothing()
    {
        const int turns = 600;
        using var second = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        await second.PrepareAsync(Cancel);
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
        {
            for (var turn = Interlocked.Increment(ref next); turn <= turns; turn = Interlocked.Increment(ref next))
                await CountOne(writer % 2 == 0 ? Store : second, Person, turn, writer);
        }, Cancel)));
        Assert.Equal(turns, (await Read("state"))!.Columns["count"]);
        Assert.Equal(turns, (await Keys(KeyRange.Prefix("answer|"))).Length);
    }

    [Fact]
    public async Task Everything_is_there_after_closing_and_opening_and_no_etag_is_given_again()
    {
        var old = await Save(new RowChange.Add(Text("state", "one")));
        await Save(new RowChange.Delete("state"));
        await Save(new RowChange.Add(Text("kept", "here")));
        ((SqliteStore)Store).Dispose();

        using var reopened = new SqliteStore(folder.Path, TimeSpan.FromSeconds(8));
        await reopened.PrepareAsync(Cancel);
        Assert.Equal("here", (await reopened.ReadAsync(StoreTable.CtoBot, Person, "kept", Cancel))!.Columns["text"]);
        var added = await reopened.WriteAsync(StoreTable.CtoBot, Person, [new RowChange.Add(Text("state", "one"))], Cancel);
        Assert.True(long.Parse(added.ETags["state"], System.Globalization.CultureInfo.InvariantCulture) > long.Parse(old, System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task What_was_deleted_or_replaced_is_not_in_the_file_any_more()
    {
        await Save(new RowChange.Add(Text("gone", "They said PELICAN in the lobby")));
        await Save(new RowChange.Add(Text("replaced", new string('x', 20_000) + "PELICAN")));
        await Save(new RowChange.Delete("gone"));
        await Save(new RowChange.Upsert(Text("replaced", "shorter")));
        ((SqliteStore)Store).Dispose();

        foreach (var file in Directory.EnumerateFiles(folder.Path))
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file, Cancel)).AsSpan().IndexOf("PELICAN"u8));
    }

    [Fact]
    public async Task Closing_finishes_the_writes_that_were_queued()
    {
        var writes = Enumerable.Range(0, 100).Select(i => Write(new RowChange.Add(Text($"a{i:D2}", "text"))).AsTask()).ToList();
        ((SqliteStore)Store).Dispose();
        Assert.All(await Task.WhenAll(writes), result => Assert.True(result.Saved));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await Write(new RowChange.Add(Text("late", "text"))));
    }

    [Fact]
    public async Task Nobody_but_the_owner_may_look_into_a_folder_that_the_store_makes()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Rights of this kind are Unix's.");
        var made = folder.File("made");
        using var store = new SqliteStore(made, TimeSpan.FromSeconds(8));
        await store.PrepareAsync(Cancel);
#pragma warning disable CA1416 // Skipped on Windows above.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(made));
#pragma warning restore CA1416
    }

    protected override Task<IStore> OpenAsync() => Task.FromResult<IStore>(new SqliteStore(folder.Path, TimeSpan.FromSeconds(8)));

    protected override Task CloseAsync(IStore store)
    {
        ((SqliteStore)store).Dispose();
        folder.Dispose();
        return Task.CompletedTask;
    }
}
