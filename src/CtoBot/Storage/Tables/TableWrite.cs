using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using CtoBot.Turns;

namespace CtoBot.Storage.Tables;

/// <summary>
/// One transaction and its attempts. An attempt without an answer may have happened, or may yet happen. So before the next one, and
/// whenever that finds a condition broken, the rows are read: one that bears this transaction's id was saved by it, and one that has
/// moved past the version it was to replace, without bearing the id, can never be.
/// </summary>
internal sealed class TableWrite
{
    private readonly TableClient table;
    private readonly string partition;
    private readonly string id = WriteHistory.NewId();
    private readonly List<(RowChange Change, TableTransactionAction Action)> steps;
    private bool uncertain;

    private TableWrite(TableClient table, string partition, IEnumerable<RowChange> changes)
    {
        this.table = table;
        this.partition = partition;
        steps = [.. changes.Select(change => (change, ToAction(change)))];
    }

    /// <summary>Saves checked changes of one partition.</summary>
    public static async Task<WriteResult> SaveAsync(
        TableCalls calls, TableClient table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken)
    {
        if (!changes.Select(Condition).OfType<string>().All(etag => RowVersion.TryParse(etag, out _)))
            return WriteResult.Conflict;
        var write = new TableWrite(table, partition, changes);
        return await calls.RunAsync(write.AttemptAsync, cancellationToken);
    }

    private static string? Condition(RowChange change) => change switch
    {
        RowChange.Replace replace => replace.ETag,
        RowChange.Delete delete => delete.ETag,
        _ => null,
    };

    private async Task<WriteResult> AttemptAsync(CancellationToken cancellationToken)
    {
        if (uncertain && await FindAsync(cancellationToken) is { } outcome)
            return outcome;
        var before = uncertain;
        while (steps.Count > 0)
        {
            try
            {
                uncertain = true;
                var response = await table.SubmitTransactionAsync(steps.Select(step => step.Action), cancellationToken);
                return Saved(response.Value);
            }
            catch (RequestFailedException error) when (IsAbsent(error) is { } absent)
            {
                steps.RemoveAt(absent);
                uncertain = before;
            }
            catch (RequestFailedException error) when (error.Status == 429)
            {
                // Throttled before it began.
                uncertain = before;
                throw;
            }
            catch (RequestFailedException error) when (IsConflict(error))
            {
                if (!before)
                    return WriteResult.Conflict;
                return await FindAsync(cancellationToken) ?? throw new StoreUnavailableException(
                    "Whether the last transaction was saved is not known: table storage gave no answer, and its rows have changed since.", error);
            }
        }
        return Saved([]);
    }

    private WriteResult Saved(IReadOnlyList<Response> responses)
    {
        var etags = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var ((change, action), response) in steps.Zip(responses))
        {
            if (change is not RowChange.Delete)
                etags[change.Key] = new RowVersion(response.Headers.ETag.GetValueOrDefault(), History(action)).ToString();
        }
        return new(true, etags.ToImmutable());
    }

    /// <summary>Which delete failed because its row is absent, if that is no error.</summary>
    private int? IsAbsent(RequestFailedException error) =>
        error is TableTransactionFailedException { Status: 404, FailedTransactionActionIndex: { } index }
        && index < steps.Count && steps[index].Change is RowChange.Delete { ETag: null } && error.ErrorCode != TableErrorCode.TableNotFound
            ? index
            : null;

    private static bool IsConflict(RequestFailedException error) =>
        error is TableTransactionFailedException && error.Status switch
        {
            404 => error.ErrorCode != TableErrorCode.TableNotFound,
            409 => error.ErrorCode == TableErrorCode.EntityAlreadyExists,
            412 => true,
            _ => false,
        };

    /// <summary>
    /// Looks for this transaction in the rows: saved, or <see cref="WriteResult.Conflict"/> if another writer was first for certain.
    /// Null if the rows do not tell.
    /// </summary>
    private async Task<WriteResult?> FindAsync(CancellationToken cancellationToken)
    {
        var etags = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var (mine, another) = (false, false);
        foreach (var (change, action) in steps)
        {
            var response = await table.GetEntityIfExistsAsync<TableEntity>(partition, action.Entity.RowKey, cancellationToken: cancellationToken);
            var version = response.HasValue ? TableRows.Version(response.Value!) : default(RowVersion?);
            another |= version is { } present && IsAnothers(change, present.History);
            if (change is RowChange.Delete)
                continue;
            mine |= version is { } written && WriteHistory.Has(written.History, id);
            etags[change.Key] = version is { } last && WriteHistory.IsLast(last.History, id) ? last.ToString() : RowVersion.Overwritten;
        }
        return mine ? new(true, etags.ToImmutable()) : another ? WriteResult.Conflict : null;
    }

    private static bool IsAnothers(RowChange change, string history) => change switch
    {
        RowChange.Add => WriteHistory.IsComplete(history),
        _ => Condition(change) is { } etag && RowVersion.TryParse(etag, out var expected) && WriteHistory.IsPast(history, expected.History),
    };

    private TableTransactionAction ToAction(RowChange change) => change switch
    {
        RowChange.Add add => new(TableTransactionActionType.Add, TableRows.ToEntity(partition, add.Row, WriteHistory.Added(id))),
        RowChange.Upsert upsert => new(TableTransactionActionType.UpsertReplace, TableRows.ToEntity(partition, upsert.Row, WriteHistory.Upserted(id))),
        RowChange.Replace replace when RowVersion.TryParse(replace.ETag, out var version) =>
            new(TableTransactionActionType.UpdateReplace, TableRows.ToEntity(partition, replace.Row, WriteHistory.Replaced(id, version.History)), version.ETag),
        RowChange.Delete { ETag: { } etag } when RowVersion.TryParse(etag, out var version) =>
            new(TableTransactionActionType.Delete, new TableEntity(partition, KeyEscape.Escape(change.Key)), version.ETag),
        RowChange.Delete { ETag: null } => new(TableTransactionActionType.Delete, new TableEntity(partition, KeyEscape.Escape(change.Key)), ETag.All),
        _ => throw new ArgumentException($"A store does not know the change {change.GetType().Name}.", nameof(change)),
    };

    private static string History(TableTransactionAction action) => ((TableEntity)action.Entity).GetString(WriteHistory.Column);
}
