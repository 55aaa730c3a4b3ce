using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Internal;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>The table service of an account. Safe for use by several threads; make one and keep it.</summary>
public class TableServiceClient
{
    private readonly TableConnection _connection;

    /// <summary>Makes a client of a connection string.</summary>
    /// <param name="connectionString">The connection string of the account, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <exception cref="FormatException">The connection string is wrong; the message says where.</exception>
    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    /// <summary>Makes a client of a connection string.</summary>
    /// <param name="connectionString">The connection string of the account, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="options">How requests are sent.</param>
    /// <exception cref="FormatException">The connection string is wrong; the message says where.</exception>
    public TableServiceClient(string connectionString, TableClientOptions options = null) => _connection = TableConnection.Of(connectionString, options);

    /// <summary>Makes a client with a shared access signature.</summary>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="credential">The signature.</param>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Makes a client with a shared access signature.</summary>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="credential">The signature.</param>
    /// <param name="options">How requests are sent.</param>
    public TableServiceClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null) =>
        _connection = TableConnection.Of(endpoint, credential, options);

    /// <summary>Makes a client with Entra tokens.</summary>
    /// <param name="endpoint">The address of the service: https.</param>
    /// <param name="tokenCredential">Where tokens come from, such as a managed identity.</param>
    /// <param name="options">How requests are sent.</param>
    public TableServiceClient(Uri endpoint, TokenCredential tokenCredential, TableClientOptions options = null) =>
        _connection = TableConnection.Of(endpoint, tokenCredential, options);

    /// <summary>Makes a client of an address that carries a shared access signature.</summary>
    /// <param name="endpoint">The address of the service with the signature as query.</param>
    /// <param name="options">How requests are sent.</param>
    public TableServiceClient(Uri endpoint, TableClientOptions options = null) => _connection = TableConnection.Of(endpoint, options);

    /// <summary>Makes a client with an account's key.</summary>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="credential">The account's name and key.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential)
        : this(endpoint, credential, null)
    {
    }

    /// <summary>Makes a client with an account's key.</summary>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="credential">The account's name and key.</param>
    /// <param name="options">How requests are sent.</param>
    public TableServiceClient(Uri endpoint, TableSharedKeyCredential credential, TableClientOptions options) =>
        _connection = TableConnection.Of(endpoint, credential, options);

    /// <summary>For a substitute in tests.</summary>
    protected TableServiceClient()
    {
    }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _connection.AccountName;

    /// <summary>The address of the service.</summary>
    public virtual Uri Uri => _connection.Endpoint;

    /// <summary>Writes a filter of an interpolated string: values become literals, quoted and escaped.</summary>
    /// <param name="filter">For example <c>$"TableName ge {prefix}"</c>.</param>
    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    /// <summary>Gives a client for a table, on the same connection. The table need not be there.</summary>
    /// <param name="tableName">The table.</param>
    public virtual TableClient GetTableClient(string tableName) => new(_connection, tableName);

    /// <summary>Creates a table. Fails if it is there.</summary>
    /// <param name="tableName">Its name: 3 to 63 letters and digits, a letter first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="RequestFailedException">409: the table is there, or is being deleted.</exception>
    public virtual Task<Response<TableItem>> CreateTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        CreateAsync(_connection, tableName, StatusCodes.Created, cancellationToken);

    /// <summary>Creates a table unless it is there.</summary>
    /// <param name="tableName">Its name: 3 to 63 letters and digits, a letter first.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task<Response<TableItem>> CreateTableIfNotExistsAsync(string tableName, CancellationToken cancellationToken = default) =>
        CreateAsync(_connection, tableName, StatusCodes.CreatedOrThere, cancellationToken);

    /// <summary>Deletes a table. That there is none is no error, the response then has the status 404.</summary>
    /// <param name="tableName">Its name.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task<Response> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        DeleteAsync(_connection, tableName, cancellationToken);

    /// <summary>Lists the tables that a filter lets through.</summary>
    /// <param name="filter">An OData filter on <c>TableName</c>; all tables without it.</param>
    /// <param name="maxPerPage">How many tables a page has at most: up to 1,000.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual AsyncPageable<TableItem> QueryAsync(string filter = null, int? maxPerPage = null, CancellationToken cancellationToken = default) =>
        new ContinuationPages<TableItem>((token, size, cancel) => QueryPageAsync(filter, size, token, cancel), maxPerPage, cancellationToken);

    internal static async Task<Response<TableItem>> CreateAsync(TableConnection connection, string tableName, StatusCodeClassifier expected, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tableName);
        using var message = connection.CreateMessage(RequestMethod.Post, "/Tables", expected);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Headers.SetValue(HttpHeader.Names.ContentType, "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, string> { ["TableName"] = tableName }));
        var response = await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        // Another 409 than "it is there", such as "it is being deleted", is an error after all.
        if (response.Status == 409 && TableConnection.Failure(response) is var failure && failure.ErrorCode != TableErrorCode.TableAlreadyExists) throw failure;
        return Response.FromValue(new TableItem(tableName), response);
    }

    internal static async Task<Response> DeleteAsync(TableConnection connection, string tableName, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tableName);
        using var message = connection.CreateMessage(RequestMethod.Delete, $"/Tables('{Uri.EscapeDataString(tableName)}')", StatusCodes.GoneOrNotFound);
        return await connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Page<TableItem>> QueryPageAsync(string filter, int? size, string token, CancellationToken cancellationToken)
    {
        var query = new StringBuilder("?$format=").Append(Uri.EscapeDataString(TableConnection.Json));
        if (!string.IsNullOrEmpty(filter)) query.Append("&$filter=").Append(Uri.EscapeDataString(filter));
        if (size is { } top) query.Append(CultureInfo.InvariantCulture, $"&$top={top}");
        if (!string.IsNullOrEmpty(token)) query.Append("&NextTableName=").Append(Uri.EscapeDataString(token));
        using var message = _connection.CreateMessage(RequestMethod.Get, $"/Tables{query}", StatusCodes.Ok);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        using var json = JsonDocument.Parse(response.Content);
        var names = json.RootElement.GetProperty("value").EnumerateArray().Select(table => new TableItem(table.GetProperty("TableName").GetString()));
        response.Headers.TryGetValue("x-ms-continuation-NextTableName", out var next);
        return Page<TableItem>.FromValues([.. names], next, response);
    }
}
