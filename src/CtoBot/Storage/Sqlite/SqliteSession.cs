using System.Collections.Immutable;
using System.Globalization;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>The writer's connection with its prepared statements: applies transactions inside a shared commit.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteStatement begin, commit, rollback, savepoint, release, rollbackTo, readVersion, writeVersion;
    private readonly Dictionary<StoreTable, Statements> tables;
    private long version;
    private long firstVersion;

    /// <summary>Prepares the statements.</summary>
    public SqliteSession(SqliteConnection connection)
    {
        this.connection = connection;
        begin = new(connection, "BEGIN IMMEDIATE");
        commit = new(connection, "COMMIT");
        rollback = new(connection, "ROLLBACK");
        savepoint = new(connection, "SAVEPOINT turn");
        release = new(connection, "RELEASE turn");
        rollbackTo = new(connection, "ROLLBACK TO turn");
        readVersion = new(connection, "SELECT last FROM Version");
        writeVersion = new(connection, "UPDATE Version SET last = $last", "$last");
        tables = Enum.GetValues<StoreTable>().ToDictionary(table => table, table => new Statements(connection, table));
    }

    /// <summary>Takes the write lock of the file.</summary>
    public void Begin()
    {
        begin.Run();
        firstVersion = version = readVersion.Rows(reader => reader.GetInt64(0)).Single();
    }

    /// <summary>Applies one transaction, all of it or nothing. It is saved only when <see cref="Commit"/> has returned.</summary>
    public WriteResult Apply(SqliteWrite write)
    {
        savepoint.Run();
        var before = version;
        var etags = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var saved = write.Changes.All(change => Apply(tables[write.Table], write.Partition, change, etags));
        if (!saved)
        {
            rollbackTo.Run();
            version = before;
        }
        release.Run();
        return saved ? new(true, etags.ToImmutable()) : WriteResult.Conflict;
    }

    /// <summary>Writes everything that was applied since <see cref="Begin"/> to the disk.</summary>
    public void Commit()
    {
        if (version == firstVersion)
        {
            rollback.Run();
            return;
        }
        writeVersion.Run(version);
        commit.Run();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in (SqliteStatement[])[begin, commit, rollback, savepoint, release, rollbackTo, readVersion, writeVersion])
            statement.Dispose();
        foreach (var statements in tables.Values)
            statements.Dispose();
        connection.Dispose();
    }

    private bool Apply(Statements table, string partition, RowChange change, ImmutableDictionary<string, string>.Builder etags)
    {
        var key = KeyEscape.Escape(change.Key);
        // A delete takes a number as well: a commit is then known to have something to write.
        var next = ++version;
        var (changed, written) = change switch
        {
            RowChange.Add add => (table.Insert.Run(partition, key, next, ColumnsJson.Write(add.Row.Columns)) == 1, true),
            RowChange.Upsert upsert => (table.Upsert.Run(partition, key, next, ColumnsJson.Write(upsert.Row.Columns)) == 1, true),
            RowChange.Replace replace => (TryNumber(replace.ETag, out var old) && table.Update.Run(partition, key, next, ColumnsJson.Write(replace.Row.Columns), old) == 1, true),
            RowChange.Delete { ETag: null } => (table.Delete.Run(partition, key) >= 0, false),
            RowChange.Delete { ETag: { } etag } => (TryNumber(etag, out var old) && table.DeleteIf.Run(partition, key, old) == 1, false),
            _ => throw new ArgumentException($"A store does not know the change {change.GetType().Name}.", nameof(change)),
        };
        if (changed && written)
            etags[change.Key] = next.ToString(CultureInfo.InvariantCulture);
        return changed;
    }

    /// <summary>The version in an ETag; an ETag that another store gave matches no row.</summary>
    private static bool TryNumber(string etag, out long number) =>
        long.TryParse(etag, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private sealed class Statements(SqliteConnection connection, StoreTable table) : IDisposable
    {
        /// <summary>The columns come as the bytes that they are kept as, which saves two conversions of a whole state.</summary>
        private const string Text = "CAST($c AS TEXT)";

        public SqliteStatement Insert { get; } = new(connection,
            $"INSERT INTO {table} (partition, key, version, columns) VALUES ($p, $k, $v, {Text}) ON CONFLICT DO NOTHING", "$p", "$k", "$v", "$c");

        public SqliteStatement Upsert { get; } = new(connection,
            $"INSERT INTO {table} (partition, key, version, columns) VALUES ($p, $k, $v, {Text}) ON CONFLICT DO UPDATE SET version = excluded.version, columns = excluded.columns", "$p", "$k", "$v", "$c");

        public SqliteStatement Update { get; } = new(connection,
            $"UPDATE {table} SET version = $v, columns = {Text} WHERE partition = $p AND key = $k AND version = $old", "$p", "$k", "$v", "$c", "$old");

        public SqliteStatement Delete { get; } = new(connection,
            $"DELETE FROM {table} WHERE partition = $p AND key = $k", "$p", "$k");

        public SqliteStatement DeleteIf { get; } = new(connection,
            $"DELETE FROM {table} WHERE partition = $p AND key = $k AND version = $old", "$p", "$k", "$old");

        public void Dispose()
        {
            Insert.Dispose();
            Upsert.Dispose();
            Update.Dispose();
            Delete.Dispose();
            DeleteIf.Dispose();
        }
    }
}
