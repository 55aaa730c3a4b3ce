using Azure.Core;
using Azure.Data.Tables.Internal;
using Azure.Data.Tables.Models;

namespace Azure.Data.Tables;

/// <summary>A table. Safe for use by several threads; make one and keep it. Every member raises
/// <see cref="RequestFailedException"/> when the service refuses, with its status and <see cref="TableErrorCode"/>.</summary>
public partial class TableClient
{
    private readonly TableConnection _connection;

    /// <summary>Makes a client of a connection string.</summary>
    /// <param name="connectionString">The connection string of the account, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="tableName">The table.</param>
    /// <exception cref="FormatException">The connection string is wrong; the message says where.</exception>
    public TableClient(string connectionString, string tableName)
        : this(connectionString, tableName, null)
    {
    }

    /// <summary>Makes a client of a connection string.</summary>
    /// <param name="connectionString">The connection string of the account, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="tableName">The table.</param>
    /// <param name="options">How requests are sent.</param>
    /// <exception cref="FormatException">The connection string is wrong; the message says where.</exception>
    public TableClient(string connectionString, string tableName, TableClientOptions options = null)
        : this(TableConnection.Of(connectionString, options), tableName)
    {
    }

    /// <summary>Makes a client with a shared access signature.</summary>
    /// <param name="endpoint">The address of the table, with its name at the end.</param>
    /// <param name="credential">The signature.</param>
    /// <param name="options">How requests are sent.</param>
    public TableClient(Uri endpoint, AzureSasCredential credential, TableClientOptions options = null)
        : this(TableConnection.Of(TableEndpoint.SplitTable(endpoint).Service, credential, options), TableEndpoint.SplitTable(endpoint).Table)
    {
    }

    /// <summary>Makes a client of an address that carries a shared access signature.</summary>
    /// <param name="endpoint">The address of the table, with its name at the end of the path and the signature as query.</param>
    /// <param name="options">How requests are sent.</param>
    public TableClient(Uri endpoint, TableClientOptions options = null)
        : this(TableConnection.Of(TableEndpoint.SplitTable(endpoint).Service, options), TableEndpoint.SplitTable(endpoint).Table)
    {
    }

    /// <summary>Makes a client with an account's key.</summary>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="tableName">The table.</param>
    /// <param name="credential">The account's name and key.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential)
        : this(endpoint, tableName, credential, null)
    {
    }

    /// <summary>Makes a client with an account's key.</summary>
    /// <param name="endpoint">The address of the service.</param>
    /// <param name="tableName">The table.</param>
    /// <param name="credential">The account's name and key.</param>
    /// <param name="options">How requests are sent.</param>
    public TableClient(Uri endpoint, string tableName, TableSharedKeyCredential credential, TableClientOptions options = null)
        : this(TableConnection.Of(endpoint, credential, options), tableName)
    {
    }

    /// <summary>Makes a client with Entra tokens.</summary>
    /// <param name="endpoint">The address of the service: https.</param>
    /// <param name="tableName">The table.</param>
    /// <param name="tokenCredential">Where tokens come from, such as a managed identity.</param>
    /// <param name="options">How requests are sent.</param>
    public TableClient(Uri endpoint, string tableName, TokenCredential tokenCredential, TableClientOptions options = null)
        : this(TableConnection.Of(endpoint, tokenCredential, options), tableName)
    {
    }

    internal TableClient(TableConnection connection, string tableName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(tableName);
        _connection = connection;
        Name = tableName;
    }

    /// <summary>For a substitute in tests.</summary>
    protected TableClient()
    {
    }

    /// <summary>The table's name.</summary>
    public virtual string Name { get; }

    /// <summary>The account's name.</summary>
    public virtual string AccountName => _connection.AccountName;

    /// <summary>The table's address.</summary>
    public virtual Uri Uri => new(TableAddress);

    private string TableAddress => $"{_connection.Root}/{Name}";

    /// <summary>Writes a filter of an interpolated string: values become literals, quoted and escaped.</summary>
    /// <param name="filter">For example <c>$"PartitionKey eq {key} and Due lt {time}"</c>.</param>
    /// <exception cref="ArgumentException">A value has a type that the service does not know.</exception>
    public static string CreateQueryFilter(FormattableString filter) => QueryFilter.Create(filter);

    /// <summary>Creates the table. Fails if it is there.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task<Response<TableItem>> CreateAsync(CancellationToken cancellationToken = default) =>
        TableServiceClient.CreateAsync(_connection, Name, StatusCodes.Created, cancellationToken);

    /// <summary>Creates the table unless it is there.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task<Response<TableItem>> CreateIfNotExistsAsync(CancellationToken cancellationToken = default) =>
        TableServiceClient.CreateAsync(_connection, Name, StatusCodes.CreatedOrThere, cancellationToken);

    /// <summary>Deletes the table. That there is none is no error, the response then has the status 404.</summary>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual Task<Response> DeleteAsync(CancellationToken cancellationToken = default) =>
        TableServiceClient.DeleteAsync(_connection, Name, cancellationToken);
}
