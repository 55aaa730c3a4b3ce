using System.Globalization;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>The tables of the database and their history. <c>user_version</c> is the number of scripts that were run.</summary>
internal static class SqliteSchema
{
    /// <summary>
    /// Script n brings version n to n + 1. Never change one that was released: add the next.
    /// The one row of Version holds the last ETag that was given, so that none is given twice, not even to a row that was
    /// deleted and added again.
    /// </summary>
    public static readonly IReadOnlyList<string> Scripts =
    [
        """
        CREATE TABLE Version (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        INSERT INTO Version VALUES (1, 0);
        CREATE TABLE CtoBot (
            partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, columns TEXT NOT NULL,
            PRIMARY KEY (partition, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE Due (
            partition TEXT NOT NULL, key TEXT NOT NULL, version INTEGER NOT NULL, columns TEXT NOT NULL,
            PRIMARY KEY (partition, key)) STRICT, WITHOUT ROWID;
        """,
    ];

    /// <summary>Runs the scripts that the file has not seen, all or none of them; two processes may do so at once.</summary>
    /// <exception cref="StoreUnavailableException">The file is of a newer version, or another program's.</exception>
    public static void Upgrade(SqliteConnection connection, IReadOnlyList<string> scripts, string path)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = Number("PRAGMA user_version");
        if (version > scripts.Count)
        {
            throw new StoreUnavailableException(
                $"The database '{path}' has schema version {version}, and this version of the bot knows {scripts.Count} at most. "
                + "Start the newer version of the bot again, or restore a backup from before the update. The file was left as it is.");
        }
        if (version == 0 && Number("SELECT count(*) FROM sqlite_schema") > 0)
            throw new StoreUnavailableException($"The database '{path}' belongs to another program. Set Store:Folder to another folder. The file was left as it is.");
        foreach (var script in scripts.Skip(version))
            Run(script);
        if (version < scripts.Count)
            Run(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {scripts.Count}"));
        transaction.Commit();

        int Number(string query)
        {
            using var command = Command(query);
            return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        }

        void Run(string script)
        {
            using var command = Command(script);
            command.ExecuteNonQuery();
        }

        SqliteCommand Command(string text)
        {
            var command = connection.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // The texts are constants of this class, and scripts of its tests.
            command.CommandText = text;
#pragma warning restore CA2100
            return command;
        }
    }
}
