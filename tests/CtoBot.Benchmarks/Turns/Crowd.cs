using CtoBot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CtoBot.Benchmarks.Turns;

/// <summary>Writes people who are all alike into a database, as fast as the disk takes them.</summary>
internal static class Crowd
{
    /// <summary>Writes people with consecutive numbers, each with the rows of the script's start.</summary>
    /// <param name="folder">The folder of the database; what is in it stays.</param>
    /// <param name="script">In which state they are.</param>
    /// <param name="first">The first one's number.</param>
    /// <param name="people">How many.</param>
    public static async Task WriteAsync(string folder, Script script, int first, int people)
    {
        using (var store = new SqliteStore(folder, TimeSpan.FromSeconds(30)))
        {
            await store.PrepareAsync(default);
            await script.Start.CopyAsync(store, ActivityTemplate.Person(first));
        }

        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, SqliteStore.FileName), Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var copy = connection.CreateCommand();
        copy.CommandText = """
            PRAGMA journal_mode = OFF;
            PRAGMA synchronous = OFF;
            INSERT INTO CtoBot (partition, key, version, columns)
            WITH RECURSIVE number (n) AS (SELECT $first + 1 WHERE $people > 1 UNION ALL SELECT n + 1 FROM number WHERE n + 1 < $first + $people)
            SELECT $tenant || '|' || printf('%010d', n), key, version, columns FROM number CROSS JOIN CtoBot WHERE partition = $one;
            PRAGMA journal_mode = WAL;
            """;
        copy.CommandTimeout = 0;
        copy.Parameters.AddWithValue("$first", first);
        copy.Parameters.AddWithValue("$people", people);
        copy.Parameters.AddWithValue("$tenant", ActivityTemplate.Tenant);
        copy.Parameters.AddWithValue("$one", ActivityTemplate.Person(first).Partition);
        await copy.ExecuteNonQueryAsync();
    }
}
