using System.Globalization;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>The database file: how it is opened, and what an error of it means to an operator.</summary>
/// <param name="path">Full path of the file.</param>
/// <param name="timeout">How long another process may hold the file before a write gives up.</param>
internal sealed class SqliteFile(string path, TimeSpan timeout)
{
    /// <summary>Full path of the file.</summary>
    public string Path => path;

    /// <summary>Makes the folder and the file if they are missing, and brings the schema up to date.</summary>
    public void Create()
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        try
        {
            // What people say to the bot is theirs: nobody else on the machine reads the folder.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder '{folder}' cannot be made: {error.Message} Set Store:Folder to a folder that the bot may write.", error);
        }
        try
        {
            // A page takes a person's state whole, which would else lie in three; a file that is there keeps the size of its pages.
            using var connection = Open(SqliteOpenMode.ReadWriteCreate, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            SqliteSchema.Upgrade(connection, SqliteSchema.Scripts, path);
        }
        catch (SqliteException error)
        {
            throw Explain(error);
        }
    }

    /// <summary>A connection for the writer: every commit is on the disk before it returns, and what is deleted is overwritten.</summary>
    public SqliteSession OpenSession() =>
        Prepared(Open(SqliteOpenMode.ReadWrite, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"), connection => new SqliteSession(connection));

    /// <summary>
    /// A connection that reads the last committed state and never waits for the writer. Its cache is small, in KiB: every commit of the
    /// writer empties it, there is a reader for each turn at once, and behind it the system keeps the file's pages for all of them.
    /// </summary>
    public SqliteReader OpenReader() =>
        Prepared(Open(SqliteOpenMode.ReadWrite, "PRAGMA query_only = 1; PRAGMA cache_size = -256;"), connection => new SqliteReader(connection));

    /// <summary>The error as the port tells it: which file, and what to do.</summary>
    public StoreUnavailableException Explain(SqliteException error) => new(
        string.Create(CultureInfo.InvariantCulture, $"The database '{path}' {Advice(error.SqliteErrorCode)} (SQLite error {error.SqliteExtendedErrorCode}: {error.Message})"),
        error);

    private static string Advice(int code) => code switch
    {
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => "is locked by another process. Close the tool that holds it, or raise Store:Timeout.",
        SQLitePCL.raw.SQLITE_FULL => "cannot grow: the disk is full. Free some space; nothing that was saved is lost.",
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => "cannot be written. Give the bot's account the right to write the file and its folder, or set Store:Folder to another one.",
        SQLitePCL.raw.SQLITE_CANTOPEN => "cannot be opened. Check that Store:Folder exists and that the bot's account may write it.",
        SQLitePCL.raw.SQLITE_CORRUPT => "is damaged. Stop the bot, keep a copy of the file, and restore a backup.",
        SQLitePCL.raw.SQLITE_NOTADB => "is not a database. Set Store:Folder to another folder, or move that file away.",
        SQLitePCL.raw.SQLITE_IOERR => "cannot be read or written. Check the disk; the file must be on a local one, not on a network share.",
        _ => "failed.",
    };

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mode,
            Pooling = false,
            // SQLite's own busy handler below does the waiting; this ends the provider's second, coarser loop.
            DefaultTimeout = 1,
        }.ToString());
        return Prepared(connection, _ =>
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {(int)timeout.TotalMilliseconds}; {pragmas}");
            command.ExecuteNonQuery();
            return connection;
        });
    }

    private static T Prepared<T>(SqliteConnection connection, Func<SqliteConnection, T> prepare)
    {
        try
        {
            return prepare(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
