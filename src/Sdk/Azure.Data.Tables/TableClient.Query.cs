using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

public partial class TableClient
{
    /// <summary>Reads the rows that a filter lets through, ordered by their keys. A page may be empty although more follow.</summary>
    /// <typeparam name="T"><see cref="TableEntity"/>, or a class of one's own with a constructor without parameters.</typeparam>
    /// <param name="filter">An OData filter, see <see cref="CreateQueryFilter"/>; all rows without it.</param>
    /// <param name="maxPerPage">How many rows a page has at most: up to 1,000.</param>
    /// <param name="select">The columns to read; all without it.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public virtual AsyncPageable<T> QueryAsync<T>(string filter = null, int? maxPerPage = null, IEnumerable<string> select = null, CancellationToken cancellationToken = default)
        where T : class, ITableEntity =>
        new ContinuationPages<T>((token, size, cancel) => QueryPageAsync<T>(filter, size, select, token, cancel), maxPerPage, cancellationToken);

    private async Task<Page<T>> QueryPageAsync<T>(string filter, int? size, IEnumerable<string> select, string token, CancellationToken cancellationToken)
        where T : class, ITableEntity
    {
        var query = new StringBuilder("?$format=").Append(Uri.EscapeDataString(TableConnection.Json));
        if (!string.IsNullOrEmpty(filter)) query.Append("&$filter=").Append(Uri.EscapeDataString(filter));
        if (size is { } top) query.Append(CultureInfo.InvariantCulture, $"&$top={top}");
        AppendSelect(query, select);
        ContinuationToken.AppendTo(query, token);
        using var message = _connection.CreateMessage(RequestMethod.Get, $"/{Name}(){query}", StatusCodes.Ok);
        var response = await _connection.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return Page<T>.FromValues(EntityReader.ReadPage<T>(response.Content), ContinuationToken.Of(response), response);
    }
}
