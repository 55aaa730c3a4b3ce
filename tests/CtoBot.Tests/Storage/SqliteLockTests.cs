using System.Collections.Immutable;
using CtoBot.Storage.Sqlite;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Tests.Storage;

/// <summary>What happens while another process holds the file's write lock.</summary>
public sealed class SqliteLockTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private SqliteStore store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = new SqliteStore(folder.Path, TimeSpan.FromSeconds(1));
        await store.PrepareAsync(Cancel);
        await Add("before");
    }

    public ValueTask DisposeAsync()
    {
        store.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Reads_do_not_wait_for_a_writer_and_see_the_last_commit()
    {
        using var other = Lock();
        Assert.NotNull(await Read("before"));
    }

    [Fact]
    public async Task A_write_that_waits_too_long_says_which_file_is_locked_and_a_later_one_is_saved()
    {
        using (Lock())
        {
            var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await Add("locked"));
            Assert.Contains(folder.File(SqliteStore.FileName), error.Message, StringComparison.Ordinal);
            Assert.Contains("locked by another process", error.Message, StringComparison.Ordinal);
            Assert.IsType<SqliteException>(error.InnerException);
        }
        Assert.True((await Add("later")).Saved);
        Assert.Null(await Read("locked"));
    }

    [Fact]
    public async Task Writes_that_queue_up_behind_a_lock_are_saved_each_by_itself_when_it_is_gone()
    {
        List<Task<WriteResult>> writes;
        using (Lock())
        {
            writes = [.. Enumerable.Range(0, 50).Select(i => Add(i % 2 == 0 ? $"a{i}" : "contended"))];
            Assert.Null(await Read("a0"));
            Assert.DoesNotContain(writes, write => write.IsCompleted);
        }
        var results = await Task.WhenAll(writes);
        Assert.Equal(26, results.Count(result => result.Saved));
        Assert.NotNull(await Read("a48"));
        Assert.NotNull(await Read("contended"));
    }

    [Fact]
    public async Task A_write_that_is_cancelled_while_it_waits_is_not_written()
    {
        using var cancel = new CancellationTokenSource();
        Task<WriteResult> first, second;
        using (Lock())
        {
            // The first one may be with the writer already; the second waits behind it for certain.
            first = Add("first");
            second = Add("second", cancel.Token);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }
        Assert.True((await first).Saved);
        Assert.True((await Add("third")).Saved);
        Assert.Null(await Read("second"));
    }

    private async Task<WriteResult> Add(string key, CancellationToken? cancel = null) => await store.WriteAsync(
        StoreTable.CtoBot, "tenant|person", [new RowChange.Add(new(key, ImmutableDictionary<string, object>.Empty))], cancel ?? Cancel);

    private ValueTask<Row?> Read(string key) => store.ReadAsync(StoreTable.CtoBot, "tenant|person", key, Cancel);

    /// <summary>Holds the write lock until it is disposed.</summary>
    private SqliteConnection Lock()
    {
        var connection = new SqliteConnection($"Data Source={folder.File(SqliteStore.FileName)};Pooling=False");
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }
}
