using System.Globalization;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>A connection with the prepared queries of every table. One caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 200;

    private readonly SqliteConnection connection;
    private readonly Dictionary<StoreTable, Queries> queries;

    /// <summary>Prepares the queries.</summary>
    public SqliteReader(SqliteConnection connection)
    {
        this.connection = connection;
        queries = Enum.GetValues<StoreTable>().ToDictionary(table => table, table => new Queries(connection, table));
    }

    /// <summary>One row by its escaped keys, or null.</summary>
    public Row? Read(StoreTable table, string partition, string key) =>
        queries[table].Point.Rows(ReadRow, partition, key).SingleOrDefault();

    /// <summary>A page of a partition from an escaped key on, to the end of the page or of the partition.</summary>
    public List<Row> Page(StoreTable table, string partition, string from) =>
        queries[table].From.Rows(ReadRow, partition, from);

    /// <inheritdoc cref="Page(StoreTable, string, string)"/>
    public List<Row> Page(StoreTable table, string partition, string from, string to) =>
        queries[table].FromTo.Rows(ReadRow, partition, from, to);

    /// <summary>A page of a table after the row with these escaped keys.</summary>
    public List<(string Partition, Row Row)> Scan(StoreTable table, string partition, string key) =>
        queries[table].Scan.Rows(reader => (KeyEscape.Unescape(reader.GetString(3)), ReadRow(reader)), partition, key);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var query in queries.Values)
            query.Dispose();
        connection.Dispose();
    }

    private static Row ReadRow(SqliteDataReader reader) => new(
        KeyEscape.Unescape(reader.GetString(0)),
        ColumnsJson.Read(SQLitePCL.raw.sqlite3_column_blob(reader.Handle, 2)),
        reader.GetInt64(1).ToString(CultureInfo.InvariantCulture));

    private sealed class Queries(SqliteConnection connection, StoreTable table) : IDisposable
    {
        public SqliteStatement Point { get; } = new(connection,
            $"SELECT key, version, columns FROM {table} WHERE partition = $p AND key = $k", "$p", "$k");

        public SqliteStatement From { get; } = new(connection,
            $"SELECT key, version, columns FROM {table} WHERE partition = $p AND key >= $from ORDER BY key LIMIT {PageSize}", "$p", "$from");

        public SqliteStatement FromTo { get; } = new(connection,
            $"SELECT key, version, columns FROM {table} WHERE partition = $p AND key >= $from AND key < $to ORDER BY key LIMIT {PageSize}", "$p", "$from", "$to");

        public SqliteStatement Scan { get; } = new(connection,
            $"SELECT key, version, columns, partition FROM {table} WHERE (partition, key) > ($p, $k) ORDER BY partition, key LIMIT {PageSize}", "$p", "$k");

        public void Dispose()
        {
            Point.Dispose();
            From.Dispose();
            FromTo.Dispose();
            Scan.Dispose();
        }
    }
}
