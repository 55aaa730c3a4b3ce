namespace Azure.Data.Tables.Internal;

/// <summary>
/// What a connection string says about the table service: where it is and how to authenticate ("Configure Azure Storage
/// connection strings"). Errors name the setting that is wrong, never its value, which may be a secret.
/// </summary>
internal sealed record TableConnectionString(Uri Endpoint, string AccountName, TableSharedKeyCredential SharedKey, string Sas)
{
    private const string EmulatorAccount = "devstoreaccount1";

    // The documented key of the storage emulator: the same on every machine, and no secret.
    private const string EmulatorKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        "AccountName", "AccountKey", "SharedAccessSignature", "TableEndpoint", "DefaultEndpointsProtocol", "EndpointSuffix",
        "UseDevelopmentStorage", "DevelopmentStorageProxyUri",
    };

    public static TableConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var settings = Split(connectionString);
        if (settings.TryGetValue("UseDevelopmentStorage", out var emulator))
        {
            return bool.TryParse(emulator, out var use) && use
                ? new TableConnectionString(EmulatorEndpoint(settings), EmulatorAccount, new TableSharedKeyCredential(EmulatorAccount, EmulatorKey), null)
                : throw Wrong("UseDevelopmentStorage can only be true");
        }
        var account = settings.GetValueOrDefault("AccountName");
        var sas = settings.GetValueOrDefault("SharedAccessSignature")?.TrimStart('?');
        var key = settings.GetValueOrDefault("AccountKey");
        if (sas is null && key is null) throw Wrong("it has neither AccountKey nor SharedAccessSignature");
        if (sas is null && account is null) throw Wrong("it has an AccountKey but no AccountName");
        var endpoint = EndpointOf(settings, account);
        return new TableConnectionString(endpoint, account ?? TableEndpoint.AccountOf(endpoint), sas is null ? SharedKeyOf(account, key) : null, sas);
    }

    private static Dictionary<string, string> Split(string connectionString)
    {
        Dictionary<string, string> settings = new(StringComparer.OrdinalIgnoreCase);
        var parts = connectionString.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < parts.Length; i++)
        {
            var equals = parts[i].IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw Wrong($"part {i + 1} of {parts.Length} is not of the form Name=value");
            var (name, value) = (parts[i][..equals].TrimEnd(), parts[i][(equals + 1)..].TrimStart());
            // What stands before the sign may be a key whose own name is missing: only names that are known are repeated.
            var shown = Known.TryGetValue(name, out var known) ? known : $"part {i + 1} of {parts.Length}";
            if (value.Length == 0) throw Wrong($"{shown} has no value");
            if (!settings.TryAdd(name, value)) throw Wrong($"{shown} is there twice");
        }
        return settings;
    }

    private static Uri EmulatorEndpoint(Dictionary<string, string> settings)
    {
        var host = Address(settings.GetValueOrDefault("DevelopmentStorageProxyUri") ?? "http://127.0.0.1", "DevelopmentStorageProxyUri");
        return new UriBuilder(host) { Port = 10002, Path = EmulatorAccount }.Uri;
    }

    private static Uri EndpointOf(Dictionary<string, string> settings, string account)
    {
        if (settings.TryGetValue("TableEndpoint", out var endpoint)) return Address(endpoint, "TableEndpoint");
        if (account is null) throw Wrong("it has neither TableEndpoint nor AccountName");
        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        if (scheme is not ("http" or "https")) throw Wrong("DefaultEndpointsProtocol is neither http nor https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return Address($"{scheme}://{account}.table.{suffix}", "AccountName or EndpointSuffix");
    }

    private static Uri Address(string text, string setting) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw Wrong($"{setting} gives no http or https address");

    private static TableSharedKeyCredential SharedKeyOf(string account, string key)
    {
        try
        {
            return new TableSharedKeyCredential(account, key);
        }
        catch (FormatException)
        {
            throw Wrong("AccountKey is not base64");
        }
    }

    private static FormatException Wrong(string what) => new($"The storage connection string is wrong: {what}.");
}
