using CtoBot.Storage.Sqlite;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Tests.Storage;

/// <summary>Files that are missing, damaged, another program's, or of another version.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Database => folder.File(SqliteStore.FileName);

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("These are somebody's notes. ", 200));
        await File.WriteAllTextAsync(Database, text, Cancel);
        await Refused("is not a database");
        Assert.Equal(text, await File.ReadAllTextAsync(Database, Cancel));
    }

    [Fact]
    public async Task A_damaged_file_is_named()
    {
        await Prepared();
        // The root pages of the tables, after the schema on the first page.
        var bytes = await File.ReadAllBytesAsync(Database, Cancel);
        bytes.AsSpan(4096).Fill(0xee);
        await File.WriteAllBytesAsync(Database, bytes, Cancel);
        using var store = Store();
        await store.PrepareAsync(Cancel);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.ReadAsync(StoreTable.CtoBot, "person", "state", Cancel));
        Assert.Contains("is damaged", error.Message, StringComparison.Ordinal);
        Assert.Contains(Database, error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.WriteAsync(StoreTable.CtoBot, "person", [new RowChange.Delete("state")], Cancel));
        Assert.Contains("is damaged", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_names_the_setting()
    {
        await File.WriteAllTextAsync(folder.File("taken"), "a file", Cancel);
        using var store = new SqliteStore(folder.File("taken/data"), TimeSpan.FromSeconds(1));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(Cancel));
        Assert.Contains("Store:Folder", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_names_the_setting()
    {
        Directory.CreateDirectory(Database);
        await Refused("Store:Folder");
    }

    [Fact]
    public async Task A_newer_schema_is_refused_and_left_alone()
    {
        await Prepared();
        Execute("PRAGMA user_version = 99");
        await Refused("schema version 99");
        Assert.Equal(99L, Execute("PRAGMA user_version"));
    }

    [Fact]
    public async Task Another_programs_database_is_refused_and_left_alone()
    {
        Execute("CREATE TABLE Invoices (id INTEGER)");
        await Refused("belongs to another program");
        Assert.Equal(1L, Execute("SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task An_older_schema_is_brought_up_to_date_and_keeps_its_rows()
    {
        await Prepared();
        Execute("INSERT INTO CtoBot VALUES ('person', 'state', 1, '{}')");
        using (var connection = Open())
            SqliteSchema.Upgrade(connection, [.. SqliteSchema.Scripts, "ALTER TABLE CtoBot ADD COLUMN added TEXT NOT NULL DEFAULT 'new';"], Database);
        Assert.Equal("new", Execute("SELECT added FROM CtoBot WHERE partition = 'person'"));
        Assert.Equal(SqliteSchema.Scripts.Count + 1L, Execute("PRAGMA user_version"));
    }

    [Fact]
    public async Task An_upgrade_that_fails_changes_nothing()
    {
        await Prepared();
        using (var connection = Open())
        {
            Assert.Throws<SqliteException>(() => SqliteSchema.Upgrade(
                connection, [.. SqliteSchema.Scripts, "CREATE TABLE Half (id INTEGER);", "CREATE TABLE CtoBot (id INTEGER);"], Database));
        }
        Assert.Equal((long)SqliteSchema.Scripts.Count, Execute("PRAGMA user_version"));
        Assert.Equal(0L, Execute("SELECT count(*) FROM sqlite_schema WHERE name = 'Half'"));
    }

    [Fact]
    public async Task Several_stores_may_prepare_a_new_file_at_once()
    {
        var stores = Enumerable.Range(0, 6).Select(_ => Store()).ToList();
        await Task.WhenAll(stores.Select(store => store.PrepareAsync(Cancel)));
        stores.ForEach(store => store.Dispose());
        Assert.Equal("wal", Execute("PRAGMA journal_mode"));
    }

    [Theory]
    [InlineData(SQLitePCL.raw.SQLITE_FULL, "the disk is full")]
    [InlineData(SQLitePCL.raw.SQLITE_READONLY, "cannot be written")]
    [InlineData(SQLitePCL.raw.SQLITE_IOERR, "local one")]
    [InlineData(SQLitePCL.raw.SQLITE_INTERNAL, "failed")]
    public void An_error_says_which_file_and_what_to_do(int code, string advice)
    {
        var error = new SqliteFile(Database, TimeSpan.FromSeconds(1)).Explain(new SqliteException("engine's text", code));
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Contains(Database, error.Message, StringComparison.Ordinal);
        Assert.Contains("engine's text", error.Message, StringComparison.Ordinal);
    }

    private SqliteStore Store() => new(folder.Path, TimeSpan.FromSeconds(5));

    private async Task Prepared()
    {
        using var store = Store();
        await store.PrepareAsync(Cancel);
    }

    private async Task Refused(string message)
    {
        using var store = Store();
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PrepareAsync(Cancel));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(Database, error.Message, StringComparison.Ordinal);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private object? Execute(string text)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant texts of this class.
        command.CommandText = text;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
