namespace CtoBot.Storage;

/// <summary>The kinds of store.</summary>
public enum StoreKind
{
    /// <summary>One file of this machine: the default.</summary>
    Sqlite,

    /// <summary>Azure Table storage: any number of instances.</summary>
    Tables,
}

/// <summary>The settings under <c>Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Store";

    /// <summary>Which store.</summary>
    public StoreKind Kind { get; set; }

    /// <summary>SQLite: the folder of the database file; a relative one begins at the content root.</summary>
    public string Folder { get; set; } = "data";

    /// <summary>Tables: the account by its key, or <c>UseDevelopmentStorage=true</c> for the emulator. A secret: keep it out of files.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Tables: the account by its address, e.g. <c>https://NAME.table.core.windows.net</c>, with a managed identity.</summary>
    public string? AccountUrl { get; set; }

    /// <summary>Tables: the client id of a user-assigned identity; without it, the identity of the host.</summary>
    public string? ManagedIdentityClientId { get; set; }

    /// <summary>Tables: letters and digits before the tables' names, for several bots in one account.</summary>
    public string TablePrefix { get; set; } = "";

    /// <summary>How long a call may take before the store counts as unavailable. A turn has 15 seconds in all.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Days after a person's last activity when everything of theirs is removed; 0 keeps it.</summary>
    public int RetentionDays { get; set; }

    /// <summary>The most days that <see cref="RetentionDays"/> can be: a hundred years.</summary>
    public const int MaxRetentionDays = 36_525;
}
