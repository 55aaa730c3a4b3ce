using CtoBot.Turns;

namespace CtoBot.Tests.Support;

/// <summary>A store around another one: counts calls, and fails on demand.</summary>
public sealed class WatchedStore(IStore inner) : IStore, IDisposable
{
    private int _reads;
    private int _writes;
    private int _others;
    private int _scans;

    /// <summary>How many times a row was read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>How many transactions were asked for.</summary>
    public int Writes => Volatile.Read(ref _writes);

    /// <summary>How many queries and scans there were.</summary>
    public int Others => Volatile.Read(ref _others);

    /// <summary>How many of them were scans of a whole table.</summary>
    public int Scans => Volatile.Read(ref _scans);

    /// <summary>Runs before a read; may throw or hang.</summary>
    public Func<CancellationToken, Task> BeforeRead { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs before a write; may throw or hang.</summary>
    public Func<CancellationToken, Task> BeforeWrite { get; set; } = _ => Task.CompletedTask;

    /// <summary>Runs after a write that happened; may throw or hang.</summary>
    public Func<CancellationToken, Task> AfterWrite { get; set; } = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <summary>Fails as a store does that cannot be reached. The message holds what must never be shown or logged.</summary>
    public static Task Unreachable(CancellationToken cancellationToken) =>
        Task.FromException(new StoreUnavailableException("The store does not answer: " + Planted.StoreMessage));

    /// <summary>All is well from now on.</summary>
    public void Mend() => BeforeRead = BeforeWrite = AfterWrite = _ => Task.CompletedTask;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        await BeforeRead(cancellationToken);
        return await inner.ReadAsync(table, partition, key, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _writes);
        await BeforeWrite(cancellationToken);
        var written = await inner.WriteAsync(table, partition, changes, cancellationToken);
        await AfterWrite(cancellationToken);
        return written;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _others);
        return inner.QueryAsync(table, partition, range, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _others);
        Interlocked.Increment(ref _scans);
        return inner.ScanAsync(table, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();
}
