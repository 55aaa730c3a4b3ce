namespace Azure.Data.Tables.Internal;

/// <summary>Takes the address of a table service apart.</summary>
internal static class TableEndpoint
{
    /// <summary>
    /// The account's name: the first label of the host (<c>account.table.core.windows.net</c>), or the first segment of the path
    /// where the host is an address or <c>localhost</c>, as with the emulator.
    /// </summary>
    public static string AccountOf(Uri endpoint) =>
        HasAccountInPath(endpoint) ? endpoint.AbsolutePath.Trim('/').Split('/')[0] : endpoint.Host.Split('.')[0];

    /// <summary>Splits the address of a table into that of the service and the table's name.</summary>
    public static (Uri Service, string Table) SplitTable(Uri address)
    {
        var segments = address.AbsolutePath.Trim('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        var accountSegments = HasAccountInPath(address) ? 1 : 0;
        if (segments.Length != accountSegments + 1)
            throw new ArgumentException("The address does not end with the name of a table.", nameof(address));
        var service = new UriBuilder(address) { Path = string.Join('/', segments[..accountSegments]) };
        return (service.Uri, segments[^1]);
    }

    /// <summary>The address without a query and a slash at the end, to put paths after.</summary>
    public static string Root(Uri endpoint) => endpoint.GetLeftPart(UriPartial.Path).TrimEnd('/');

    private static bool HasAccountInPath(Uri uri) =>
        uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || !uri.Host.Contains('.', StringComparison.Ordinal);
}
