using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>A prepared statement that is run many times on its connection.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand command;

    /// <summary>Prepares a statement.</summary>
    /// <param name="connection">Where it runs.</param>
    /// <param name="text">SQL from this folder; never text from outside.</param>
    /// <param name="parameters">The names of its parameters, in the order in which values are given.</param>
    public SqliteStatement(SqliteConnection connection, string text, params ReadOnlySpan<string> parameters)
    {
        command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant statements; every value is a parameter.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var name in parameters)
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        command.Prepare();
    }

    /// <summary>Runs it and returns the number of rows it changed.</summary>
    public int Run(params ReadOnlySpan<object> values)
    {
        Bind(values);
        return command.ExecuteNonQuery();
    }

    /// <summary>Runs it and reads every row.</summary>
    public List<T> Rows<T>(Func<SqliteDataReader, T> read, params ReadOnlySpan<object> values)
    {
        Bind(values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => command.Dispose();

    private void Bind(ReadOnlySpan<object> values)
    {
        for (var at = 0; at < values.Length; at++)
            command.Parameters[at].Value = values[at];
    }
}
