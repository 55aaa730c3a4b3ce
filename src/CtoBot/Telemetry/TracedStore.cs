using System.Diagnostics;
using System.Runtime.CompilerServices;
using CtoBot.Turns;

namespace CtoBot.Telemetry;

/// <summary>A store whose calls are spans and metrics: of which table, of how many rows, how they ended. Keys and values are not told. There only while telemetry is on.</summary>
internal sealed class TracedStore(IStore inner) : IStore, IDisposable
{
    private const string ReadOperation = "read";
    private const string WriteOperation = "write";
    private const string QueryOperation = "query";

    /// <inheritdoc/>
    public string Name => inner.Name;

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => inner.PrepareAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken)
    {
        using var call = new Call(this, ReadOperation, table);
        try
        {
            var row = await inner.ReadAsync(table, partition, key, cancellationToken);
            call.End(StoreOutcome.Ok, row is null ? 0 : 1);
            return row;
        }
        catch (Exception failure)
        {
            call.Fail(failure);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        using var call = new Call(this, WriteOperation, table);
        try
        {
            var written = await inner.WriteAsync(table, partition, changes, cancellationToken);
            call.End(written.Saved ? StoreOutcome.Ok : StoreOutcome.Conflict, changes.Count);
            return written;
        }
        catch (Exception failure)
        {
            call.Fail(failure);
            throw;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = new Call(this, QueryOperation, table);
        var rows = 0;
        await using var found = inner.QueryAsync(table, partition, range, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            while (await NextAsync(found, call))
            {
                rows++;
                yield return found.Current;
            }
        }
        finally
        {
            call.End(StoreOutcome.Ok, rows);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken) => inner.ScanAsync(table, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<Row> rows, Call call)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (Exception failure)
        {
            call.Fail(failure);
            throw;
        }
    }

    /// <summary>One call, from its beginning to its end.</summary>
    private sealed class Call : IDisposable
    {
        private readonly string operation;
        private readonly string table;
        private readonly Activity? span;
        private readonly long began = Stopwatch.GetTimestamp();
        private bool ended;

        public Call(IStore store, string operation, StoreTable table)
        {
            this.operation = operation;
            this.table = table.ToString();
            span = Spans.StartCall($"store {operation}");
            span?.SetTag("db.system.name", store.Name).SetTag("db.operation.name", operation).SetTag("db.collection.name", this.table);
        }

        public void End(string outcome, int rows)
        {
            if (ended)
                return;
            ended = true;
            span?.SetTag("ctobot.outcome", outcome).SetTag("ctobot.rows", rows);
            BotMetrics.Called(operation, table, outcome, Stopwatch.GetElapsedTime(began));
        }

        public void Fail(Exception failure)
        {
            span.Fail(failure);
            End(StoreOutcome.Failed, 0);
        }

        public void Dispose() => span?.Dispose();
    }
}
