using CtoBot.Storage;
using CtoBot.Storage.Sqlite;

namespace CtoBot.Operations;

/// <summary>A store as an operator names it: <c>sqlite:FOLDER</c>, <c>tables:CONNECTION</c>, or <c>tables</c> for the account of the settings.</summary>
internal static class StoreAddress
{
    /// <summary>What <see cref="Read"/> understands.</summary>
    public const string Forms = "sqlite:FOLDER, tables (Store:ConnectionString or Store:AccountUrl of the settings) or tables:CONNECTION";

    /// <summary>The settings of the store that an argument names.</summary>
    /// <param name="name">The argument's name.</param>
    /// <param name="value">What was given for it, or null.</param>
    /// <param name="settings">The bot's own settings, for what the argument leaves out.</param>
    /// <exception cref="OperatorException">The argument cannot be used. The message never repeats a connection string.</exception>
    public static StoreOptions Read(string name, string? value, StoreOptions settings)
    {
        var colon = value?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        var (kind, rest) = value is null ? ("", "") : colon < 0 ? (value, "") : (value[..colon], value[(colon + 1)..]);
        var options = kind switch
        {
            "sqlite" when rest.Length > 0 => new StoreOptions { Kind = StoreKind.Sqlite, Folder = Path.GetFullPath(rest) },
            "tables" when rest.Length > 0 => new StoreOptions { Kind = StoreKind.Tables, ConnectionString = rest },
            "tables" => new StoreOptions { Kind = StoreKind.Tables, ConnectionString = settings.ConnectionString, AccountUrl = settings.AccountUrl, ManagedIdentityClientId = settings.ManagedIdentityClientId },
            _ => throw new OperatorException(value is null ? $"--{name} is missing: {Forms}." : $"--{name} is not understood: {Forms}."),
        };
        options.TablePrefix = settings.TablePrefix;
        options.Timeout = settings.Timeout;
        return new StoreOptionsValidator().Validate(null, options) is { Failed: true, FailureMessage: var problem }
            ? throw new OperatorException($"--{name}: {problem}")
            : options;
    }

    /// <summary>Sees to it that there is something to read: a mistyped folder would otherwise be an empty store.</summary>
    /// <exception cref="OperatorException">There is no database.</exception>
    public static void RequireSource(string name, StoreOptions options)
    {
        if (options.Kind == StoreKind.Sqlite && !File.Exists(Path.Combine(options.Folder, SqliteStore.FileName)))
            throw new OperatorException($"--{name}: there is no {SqliteStore.FileName} in '{options.Folder}'.");
    }

    /// <summary>Whether two settings are one store.</summary>
    public static bool IsSame(StoreOptions one, StoreOptions other) =>
        one.Kind == other.Kind && (one.Kind == StoreKind.Sqlite
            ? one.Folder.TrimEnd(Path.DirectorySeparatorChar) == other.Folder.TrimEnd(Path.DirectorySeparatorChar)
            : one.ConnectionString == other.ConnectionString && one.AccountUrl == other.AccountUrl);
}
