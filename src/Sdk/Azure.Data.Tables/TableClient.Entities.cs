using System.Text;
using Azure.Core;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Reads a row.</summary>
    /// <typeparam name="T"><see cref="TableEntity"/>, or a class of one's own with a constructor without parameters.</typeparam>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key there.</param>
    /// <param name="select">The columns to read; all without it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestFailedException">404: there is no such row.</exception>
    public virtual async Task<Response<T>> GetEntityAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, StatusCodes.Ok, cancellationToken).ConfigureAwait(false);
        return Response.FromValue(EntityReader.Read<T>(response.Content), response);
    }

    /// <summary>Reads a row that may not be there: then the response has no value and the status 404.</summary>
    /// <typeparam name="T"><see cref="TableEntity"/>, or a class of one's own with a constructor without parameters.</typeparam>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key there.</param>
    /// <param name="select">The columns to read; all without it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(string partitionKey, string rowKey, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await GetAsync(partitionKey, rowKey, select, StatusCodes.OkOrNotFound, cancellationToken).ConfigureAwait(false);
        return response.Status == 404 ? new NoValueResponse<T>(response) : Response.FromValue(EntityReader.Read<T>(response.Content), response);
    }

    /// <summary>Adds a row. The response's headers have its ETag.</summary>
    /// <typeparam name="T">The class of the row.</typeparam>
    /// <param name="entity">The row.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestFailedException">409: a row with these keys is there.</exception>
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        RequireKeys(entity);
        using var message = _connection.CreateMessage(RequestMethod.Post, $"/{Name}", StatusCodes.Created);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        return await SendAsync(message, entity, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Changes a row that has a certain version. The response's headers have its new ETag.</summary>
    /// <typeparam name="T">The class of the row.</typeparam>
    /// <param name="entity">The row.</param>
    /// <param name="ifMatch">The version that the row must still have; <see cref="ETag.All"/> for any.</param>
    /// <param name="mode">What becomes of columns that are not named.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestFailedException">412: the row has another version. 404: there is no such row.</exception>
    public virtual async Task<Response> UpdateEntityAsync<T>(T entity, ETag ifMatch, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default) throw new ArgumentException("An update needs an ETag; ETag.All takes any version.", nameof(ifMatch));
        using var message = Change(entity, mode);
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, ifMatch.ToString("H"));
        return await SendAsync(message, entity, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds or changes a row, whatever version it has. The response's headers have its new ETag.</summary>
    /// <typeparam name="T">The class of the row.</typeparam>
    /// <param name="entity">The row.</param>
    /// <param name="mode">What becomes of columns that are not named.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual async Task<Response> UpsertEntityAsync<T>(T entity, TableUpdateMode mode = TableUpdateMode.Merge, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = Change(entity, mode);
        return await SendAsync(message, entity, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a row. That there is none is no error, the response then has the status 404.</summary>
    /// <param name="partitionKey">Its partition.</param>
    /// <param name="rowKey">Its key there.</param>
    /// <param name="ifMatch">The version that the row must still have; any without it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestFailedException">412: the row has another version.</exception>
    public virtual async Task<Response> DeleteEntityAsync(string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        using var message = _connection.CreateMessage(RequestMethod.Delete, RowPath(partitionKey, rowKey), StatusCodes.GoneOrNotFound);
        message.Request.Headers.SetValue(HttpHeader.Names.IfMatch, (ifMatch == default ? ETag.All : ifMatch).ToString("H"));
        return await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes a row. That there is none is no error, the response then has the status 404.</summary>
    /// <param name="entity">The row; only its keys count.</param>
    /// <param name="ifMatch">The version that the row must still have; any without it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestFailedException">412: the row has another version.</exception>
    public virtual Task<Response> DeleteEntityAsync(ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        RequireKeys(entity);
        return DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken);
    }

    private static void RequireKeys(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (entity.PartitionKey is null || entity.RowKey is null) throw new ArgumentException("An entity needs both of its keys.", nameof(entity));
    }

    /// <summary>The path of a row. In a key a quote is doubled, and what a path cannot hold is escaped.</summary>
    private string RowPath(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return $"/{Name}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

        static string Escape(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
    }

    private async Task<Response> GetAsync(string partitionKey, string rowKey, IEnumerable<string> select, StatusCodeClassifier expected, CancellationToken cancellationToken)
    {
        var query = new StringBuilder("?$format=").Append(Uri.EscapeDataString(TableConnection.Json));
        AppendSelect(query, select);
        using var message = _connection.CreateMessage(RequestMethod.Get, RowPath(partitionKey, rowKey) + query, expected);
        return await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private HttpMessage Change(ITableEntity entity, TableUpdateMode mode)
    {
        RequireKeys(entity);
        var method = mode switch
        {
            TableUpdateMode.Merge => RequestMethod.Patch,
            TableUpdateMode.Replace => RequestMethod.Put,
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
        };
        return _connection.CreateMessage(method, RowPath(entity.PartitionKey, entity.RowKey), StatusCodes.NoContent);
    }

    private Task<Response> SendAsync(HttpMessage message, ITableEntity entity, CancellationToken cancellationToken)
    {
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(EntityWriter.Write(entity));
        return _connection.SendAsync(message, cancellationToken);
    }

    private static void AppendSelect(StringBuilder query, IEnumerable<string> select)
    {
        if (select is not null) query.Append("&$select=").Append(Uri.EscapeDataString(string.Join(',', select)));
    }
}
