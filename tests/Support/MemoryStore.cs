using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using CtoBot.Storage;
using CtoBot.Turns;

namespace CtoBot.Tests.Support;

/// <summary>A store that keeps everything in memory and promises all that the port promises, but nothing after the process.</summary>
public sealed class MemoryStore : IStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<(StoreTable, string), ImmutableSortedDictionary<string, Row>> partitions = [];
    private long version;

    /// <inheritdoc/>
    public string Name => "memory";

    /// <inheritdoc/>
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition, nameof(partition));
        StoreRules.CheckKey(key, nameof(key));
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Rows(table, partition).GetValueOrDefault(key));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Row> QueryAsync(
        StoreTable table, string partition, KeyRange range, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition, nameof(partition));
        foreach (var row in Rows(table, partition).Values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (string.CompareOrdinal(row.Key, range.From) >= 0 && (range.To is null || string.CompareOrdinal(row.Key, range.To) < 0))
                yield return row;
        }
    }

    /// <inheritdoc/>
    public ValueTask<WriteResult> WriteAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        StoreRules.Check(partition, changes);
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            var rows = Rows(table, partition);
            if (!changes.All(change => Holds(rows.GetValueOrDefault(change.Key), change)))
                return ValueTask.FromResult(WriteResult.Conflict);
            var etags = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var change in changes)
            {
                var written = change switch
                {
                    RowChange.Add add => add.Row,
                    RowChange.Replace replace => replace.Row,
                    RowChange.Upsert upsert => upsert.Row,
                    _ => null,
                };
                if (written is not null)
                    etags[change.Key] = (++version).ToString(CultureInfo.InvariantCulture);
                rows = written is null ? rows.Remove(change.Key) : rows.SetItem(change.Key, written with { ETag = etags[change.Key] });
            }
            partitions[(table, partition)] = rows;
            return ValueTask.FromResult(new WriteResult(true, etags.ToImmutable()));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(
        StoreTable table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        KeyValuePair<(StoreTable Table, string Partition), ImmutableSortedDictionary<string, Row>>[] all;
        lock (gate)
            all = [.. partitions];
        foreach (var (partition, row) in all.Where(item => item.Key.Table == table).SelectMany(item => item.Value.Values.Select(row => (item.Key.Partition, row))))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (partition, row);
        }
    }

    private static bool Holds(Row? current, RowChange change) => change switch
    {
        RowChange.Add => current is null,
        RowChange.Replace replace => current?.ETag == replace.ETag,
        RowChange.Delete { ETag: { } etag } => current?.ETag == etag,
        _ => true,
    };

    private ImmutableSortedDictionary<string, Row> Rows(StoreTable table, string partition)
    {
        lock (gate)
            return partitions.GetValueOrDefault((table, partition)) ?? ImmutableSortedDictionary.Create<string, Row>(StringComparer.Ordinal);
    }
}
