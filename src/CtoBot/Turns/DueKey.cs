namespace CtoBot.Turns;

/// <summary>The keys of the rows in <see cref="StoreTable.Due"/>: due time, "|", and the person's partition.</summary>
internal static class DueKey
{
    /// <summary>Whose row it is, as <see cref="PersonKey.Partition"/>; null for a row that is nobody's. A time has no "|".</summary>
    public static string? PersonOf(string key)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? null : key[(bar + 1)..];
    }
}
