using CtoBot.Storage;

namespace CtoBot.Tests.Reliability;

/// <summary>The settings that make a host or a process keep its data in given tables.</summary>
internal static class TableSettings
{
    /// <summary>The settings, by name.</summary>
    public static IEnumerable<(string Key, string Value)> Of(StoreOptions options) =>
        [("Store:Kind", "tables"), ("Store:ConnectionString", options.ConnectionString!), ("Store:TablePrefix", options.TablePrefix)];
}
