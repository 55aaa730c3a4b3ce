namespace CtoBot.Storage;

/// <summary>The kinds of store.</summary>
public enum StoreKind
{
    /// <summary>One file of this machine: the default.</summary>
    Sqlite,
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

    /// <summary>How long a call may take before the store counts as unavailable. A turn has 15 seconds in all.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(8);
}
