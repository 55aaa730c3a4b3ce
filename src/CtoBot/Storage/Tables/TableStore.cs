using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using CtoBot.Turns;

namespace CtoBot.Storage.Tables;

/// <summary>
/// The store of production: Azure Table storage, for any number of instances of the bot. Every call ends within its budget of time.
/// A transaction is one request; one that fails without an answer is looked for before it is tried again, so that it is neither
/// written twice nor taken for another's.
/// </summary>
public sealed class TableStore : IStore
{
    private readonly TableServiceClient service;
    private readonly TableCalls calls;
    private readonly ImmutableDictionary<StoreTable, TableClient> tables;
    private readonly string setting;

    /// <summary>A store in a storage account.</summary>
    /// <param name="service">The account. Its own retries must be off (<c>Retry.MaxRetries = 0</c>): an attempt that this store does not see could be doubled.</param>
    /// <param name="options">The prefix of the tables' names, and the time of a call.</param>
    /// <param name="time">The clock of retries.</param>
    /// <param name="logger">Hears of attempts that failed; never of keys or values.</param>
    public TableStore(TableServiceClient service, StoreOptions options, TimeProvider time, ILogger<TableStore> logger)
    {
        ArgumentNullException.ThrowIfNull(service);
        ArgumentNullException.ThrowIfNull(options);
        this.service = service;
        setting = options.ConnectionString is null ? "Store:AccountUrl" : "Store:ConnectionString";
        calls = new(service.Uri, setting, options.Timeout, time, logger);
        tables = Enum.GetValues<StoreTable>().ToImmutableDictionary(table => table, table => service.GetTableClient(options.TablePrefix + table));
    }

    /// <inheritdoc/>
    public string Name => "tables";

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var table in tables.Values)
        {
            try
            {
                await calls.RunAsync(token => service.CreateTableIfNotExistsAsync(table.Name, token), cancellationToken);
            }
            catch (RequestFailedException error)
            {
                throw new StoreUnavailableException($"The table '{table.Name}' cannot be made at {service.Uri} ({error.Status} {error.ErrorCode}). Check {setting}.", error);
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition, nameof(partition));
        StoreRules.CheckKey(key, nameof(key));
        var response = await calls.RunAsync(
            token => tables[table].GetEntityIfExistsAsync<TableEntity>(KeyEscape.Escape(partition), KeyEscape.Escape(key), cancellationToken: token),
            cancellationToken);
        return response.HasValue ? TableRows.ToRow(response.Value!) : null;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, CancellationToken cancellationToken)
    {
        StoreRules.CheckKey(partition, nameof(partition));
        if (range.To is not null && string.CompareOrdinal(range.From, range.To) >= 0)
            return AsyncEnumerable.Empty<Row>();
        // Escaped keys hold no quotation mark.
        var filter = $"PartitionKey eq '{KeyEscape.Escape(partition)}'";
        if (!string.IsNullOrEmpty(range.From))
            filter += $" and RowKey ge '{KeyEscape.Escape(range.From)}'";
        if (range.To is not null)
            filter += $" and RowKey lt '{KeyEscape.Escape(range.To)}'";
        return EntitiesAsync(tables[table], filter, cancellationToken).Select(TableRows.ToRow);
    }

    /// <inheritdoc/>
    public async ValueTask<WriteResult> WriteAsync(
        StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        StoreRules.Check(partition, changes);
        cancellationToken.ThrowIfCancellationRequested();
        return await TableWrite.SaveAsync(calls, tables[table], KeyEscape.Escape(partition), changes, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken) =>
        EntitiesAsync(tables[table], null, cancellationToken)
            .Select(entity => (KeyEscape.Unescape(entity.PartitionKey), TableRows.ToRow(entity)));

    /// <summary>All entities, page by page. A page may be empty and yet not be the last.</summary>
    private async IAsyncEnumerable<TableEntity> EntitiesAsync(
        TableClient table, string? filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? continuation = null;
        do
        {
            var from = continuation;
            var page = await calls.RunAsync(
                token => table.QueryAsync<TableEntity>(filter, cancellationToken: token).AsPages(from).FirstAsync(token).AsTask(),
                cancellationToken);
            foreach (var entity in page.Values)
                yield return entity;
            continuation = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuation));
    }
}
