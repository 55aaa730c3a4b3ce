using Azure.Core;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Carries out all actions or none. They are at most 100, on different rows of one partition, together under 4 MiB.</summary>
    /// <param name="transactionActions">The actions.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The answers in the order of the actions; their headers have the new ETags.</returns>
    /// <exception cref="TableTransactionFailedException">The service refused one of the actions: 409, 412 or 404 as for that action alone.</exception>
    /// <exception cref="RequestFailedException">The service refused the transaction as a whole.</exception>
    /// <exception cref="InvalidOperationException">There are no actions.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TableTransactionAction[] actions = [.. transactionActions];
        if (actions.Length == 0) throw new InvalidOperationException("A transaction needs at least one action.");
        foreach (var action in actions) RequireKeys(action.Entity);

        var content = TransactionContent.Of(actions, row => _connection.Root + RowPath(row.PartitionKey, row.RowKey), TableAddress);
        using var message = _connection.CreateMessage(RequestMethod.Post, "/$batch", StatusCodes.Accepted);
        message.Request.Headers.SetValue(HttpHeader.Names.Accept, "application/json");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, content.ContentType);
        message.Request.Content = content.ToRequestContent();
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);

        var results = TransactionResults.Read(response);
        if (results.Find(result => result.IsError) is { } failed) throw new TableTransactionFailedException(TableConnection.Failure(failed));
        return results.Count == actions.Length
            ? Response.FromValue<IReadOnlyList<Response>>(results, response)
            : throw new FormatException($"The service answered {results.Count} of {actions.Length} actions of a transaction.");
    }
}
