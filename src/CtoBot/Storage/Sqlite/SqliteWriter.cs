using System.Collections.Concurrent;
using CtoBot.Turns;
using Microsoft.Data.Sqlite;

namespace CtoBot.Storage.Sqlite;

/// <summary>
/// The one writer of this process. Transactions that arrive while a commit waits for the disk share the next one:
/// each is atomic and conditional by itself, and each caller hears of it after the commit.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Bounds how long the first transaction of a batch waits for the others.</summary>
    private const int MaxBatch = 256;

    private readonly SqliteFile file;
    private readonly BlockingCollection<SqliteWrite> queue = new();
    private readonly Thread thread;
    private SqliteSession? session;
    private int closed;

    /// <summary>Starts the writer's thread. The file is opened at the first write.</summary>
    public SqliteWriter(SqliteFile file)
    {
        this.file = file;
        // SQLite blocks while it syncs or waits for another process's lock; a thread of the pool should not.
        thread = new Thread(Run) { IsBackground = true, Name = "sqlite-writer" };
        thread.Start();
    }

    /// <summary>Queues a transaction.</summary>
    /// <exception cref="ObjectDisposedException">The store was closed.</exception>
    public void Enqueue(SqliteWrite write)
    {
        try
        {
            queue.Add(write);
        }
        catch (InvalidOperationException) when (queue.IsAddingCompleted)
        {
            throw new ObjectDisposedException(nameof(SqliteStore));
        }
    }

    /// <summary>Writes what is queued, then closes the file.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref closed, 1) != 0)
            return;
        queue.CompleteAdding();
        thread.Join();
        queue.Dispose();
    }

    private void Run()
    {
        var batch = new List<(SqliteWrite Write, WriteResult Result)>(MaxBatch);
        foreach (var first in queue.GetConsumingEnumerable())
        {
            Save(first, batch);
            batch.Clear();
        }
        session?.Dispose();
    }

    private void Save(SqliteWrite first, List<(SqliteWrite Write, WriteResult Result)> batch)
    {
        var current = first;
        try
        {
            session ??= file.OpenSession();
            session.Begin();
            do
            {
                if (!current.IsGone())
                    batch.Add((current, session.Apply(current)));
            }
            while (batch.Count < MaxBatch && queue.TryTake(out current));
            session.Commit();
        }
#pragma warning disable CA1031 // Every caller of the batch gets the error; the writer goes on with a new connection.
        catch (Exception error)
#pragma warning restore CA1031
        {
            session?.Dispose();
            session = null;
            var told = error is SqliteException failure ? file.Explain(failure) : error;
            current?.Outcome.TrySetException(told);
            foreach (var (write, _) in batch)
                write.Outcome.TrySetException(told);
            return;
        }
        foreach (var (write, result) in batch)
            write.Outcome.TrySetResult(result);
    }
}
