using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>
/// The embedded store: one file, nothing to install. Several processes of one machine may use the file at once;
/// it must be on a local disk. An ETag is a number that grows with every write of the file and is never given twice.
/// </summary>
public sealed class SqliteStore : IStore, IDisposable
{
    /// <summary>The name of the file in its folder. SQLite keeps its log beside it, in <c>-wal</c> and <c>-shm</c>.</summary>
    public const string FileName = "ctobot.db";

    private readonly SqliteFile file;
    private readonly SqliteWriter writer;
    private readonly ConcurrentBag<SqliteReader> idle = [];

    /// <summary>A store in a folder. Nothing is touched before <see cref="PrepareAsync"/>.</summary>
    /// <param name="folder">The folder of the file, made if it is missing.</param>
    /// <param name="timeout">How long a write waits while another process holds the file.</param>
    public SqliteStore(string folder, TimeSpan timeout)
    {
        file = new(Path.Combine(Path.GetFullPath(folder), FileName), timeout);
        writer = new(file);
    }

    /// <inheritdoc/>
    public string Name => "sqlite";

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.Run(file.Create, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition, nameof(partition));
        StoreRules.CheckKey(key, nameof(key));
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(reader => reader.Read(table, KeyEscape.Escape(partition), KeyEscape.Escape(key))));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        StoreTable table, string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition, nameof(partition));
        var escaped = KeyEscape.Escape(partition);
        var from = KeyEscape.Escape(range.From ?? "");
        var to = range.To is null ? null : KeyEscape.Escape(range.To);
        List<Row> page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = Read(reader => to is null ? reader.Page(table, escaped, from) : reader.Page(table, escaped, from, to));
            foreach (var row in page)
                yield return row;
            // A space sorts below every character of an escaped key: no key lies between this and the last one read.
            from = page.Count == 0 ? from : KeyEscape.Escape(page[^1].Key) + ' ';
        }
        while (page.Count == SqliteReader.PageSize);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        StoreRules.Check(partition, changes);
        cancellationToken.ThrowIfCancellationRequested();
        if (changes.Count == 0)
            return new(true, ImmutableDictionary<string, string>.Empty);
        var write = new SqliteWrite(table, KeyEscape.Escape(partition), [.. changes], cancellationToken);
        writer.Enqueue(write);
        return await write.Outcome.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(
        StoreTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (partition, key) = ("", "");
        List<(string Partition, Row Row)> page;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            page = Read(reader => reader.Scan(table, partition, key));
            foreach (var item in page)
                yield return item;
            if (page.Count > 0)
                (partition, key) = (KeyEscape.Escape(page[^1].Partition), KeyEscape.Escape(page[^1].Row.Key));
        }
        while (page.Count == SqliteReader.PageSize);
    }

    /// <summary>Finishes the writes that are under way and closes the file.</summary>
    public void Dispose()
    {
        writer.Dispose();
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }

    /// <summary>Reads are short and from memory as a rule, so they run where they are called.</summary>
    private T Read<T>(Func<SqliteReader, T> read)
    {
        SqliteReader? reader = null;
        try
        {
            reader = idle.TryTake(out var pooled) ? pooled : file.OpenReader();
            var result = read(reader);
            idle.Add(reader);
            return result;
        }
        catch (SqliteException error)
        {
            reader?.Dispose();
            throw file.Explain(error);
        }
    }
}
