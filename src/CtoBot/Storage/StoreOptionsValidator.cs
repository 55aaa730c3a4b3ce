using Microsoft.Extensions.Options;

namespace CtoBot.Storage;

/// <summary>Checks the settings at start. Every message names the setting and what it may be.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    private const int MaxPrefix = 40;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(StoreOptions options)
    {
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(60))
            yield return "Store:Timeout must be between 00:00:01 and 00:01:00.";
        if (options.RetentionDays is < 0 or > StoreOptions.MaxRetentionDays)
            yield return $"Store:RetentionDays must be from 0, which keeps everything, to {StoreOptions.MaxRetentionDays}.";
        switch (options.Kind)
        {
            case StoreKind.Sqlite:
                if (string.IsNullOrWhiteSpace(options.Folder))
                    yield return "Store:Folder is empty. Set it to the folder of the database, or leave it out for \"data\".";
                break;
            case StoreKind.Tables:
                foreach (var failure in TableFailures(options))
                    yield return failure;
                break;
            default:
                yield return "Store:Kind is unknown. Set it to \"sqlite\" or \"tables\".";
                break;
        }
    }

    private static IEnumerable<string> TableFailures(StoreOptions options)
    {
        if (options.ConnectionString is null && options.AccountUrl is null)
            yield return "Store:Kind is \"tables\", but neither Store:AccountUrl (with a managed identity) nor Store:ConnectionString is set.";
        if (options.ConnectionString is not null && options.AccountUrl is not null)
            yield return "Store:AccountUrl and Store:ConnectionString are both set. Leave one out.";
        if (options.ConnectionString is { } connection && string.IsNullOrWhiteSpace(connection))
            yield return "Store:ConnectionString is empty.";
        if (options.AccountUrl is { } account && !(Uri.TryCreate(account, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps))
            yield return "Store:AccountUrl must be an address such as https://NAME.table.core.windows.net.";
        if (options.TablePrefix.Length > MaxPrefix || !options.TablePrefix.All(char.IsAsciiLetterOrDigit) || (options.TablePrefix.Length > 0 && char.IsAsciiDigit(options.TablePrefix[0])))
            yield return $"Store:TablePrefix must be at most {MaxPrefix} ASCII letters and digits, a letter first.";
    }
}
