using System.Text;

namespace Azure.Data.Tables.Internal;

/// <summary>
/// Where the next page of a query begins ("Query timeout and pagination"). The token of a page holds both keys with a space
/// between; the service encodes them, so that neither has one. The row key may be missing.
/// </summary>
internal static class ContinuationToken
{
    private const char Separator = ' ';

    public static string Of(Response response)
    {
        if (!response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out var partition)) return null;
        response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out var row);
        return partition + Separator + row;
    }

    public static void AppendTo(StringBuilder query, string token)
    {
        if (string.IsNullOrEmpty(token)) return;
        var separator = token.IndexOf(Separator, StringComparison.Ordinal);
        if (separator < 0) throw new ArgumentException("This is no continuation token of a table query.", nameof(token));
        Append(query, "NextPartitionKey", token[..separator]);
        Append(query, "NextRowKey", token[(separator + 1)..]);
    }

    private static void Append(StringBuilder query, string name, string value)
    {
        if (value.Length > 0) query.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
