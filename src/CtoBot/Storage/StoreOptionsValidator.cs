using Microsoft.Extensions.Options;

namespace CtoBot.Storage;

/// <summary>Checks the settings at start. Every message names the setting and what it may be.</summary>
internal sealed class StoreOptionsValidator : IValidateOptions<StoreOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, StoreOptions options)
    {
        var failures = Failures(options).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(StoreOptions options)
    {
        if (!Enum.IsDefined(options.Kind))
            yield return "Store:Kind is unknown. Set it to \"sqlite\".";
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > TimeSpan.FromSeconds(60))
            yield return "Store:Timeout must be between 00:00:01 and 00:01:00.";
        if (options.Kind == StoreKind.Sqlite && string.IsNullOrWhiteSpace(options.Folder))
            yield return "Store:Folder is empty. Set it to the folder of the database, or leave it out for \"data\".";
    }
}
