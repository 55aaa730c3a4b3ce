using CtoBot.Storage;
using CtoBot.Turns;

namespace CtoBot.Tests.Reliability;

/// <summary>Everything a store holds, to compare it with another: each row's columns as one text, by table, partition and key. No ETags, and nothing of the store's own.</summary>
internal static class StoreDump
{
    /// <summary>All rows of all tables.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(IStore store, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Enum.GetValues<StoreTable>())
        {
            await foreach (var (partition, row) in store.ScanAsync(table, cancellationToken))
                rows.Add($"{table} {partition} {row.Key}", Text(row));
        }

        return rows;
    }

    /// <summary>The rows of one person.</summary>
    public static async Task<SortedDictionary<string, string>> OfAsync(IStore store, PersonKey person, CancellationToken cancellationToken)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await foreach (var row in store.QueryAsync(StoreTable.CtoBot, person.Partition, KeyRange.All, cancellationToken))
            rows.Add(row.Key, Text(row));
        return rows;
    }

    /// <summary>Fails with every row that is not the same in both.</summary>
    public static void AssertSame(SortedDictionary<string, string> expected, SortedDictionary<string, string> actual)
    {
        var differ = expected.Keys.Union(actual.Keys)
            .Where(row => expected.GetValueOrDefault(row) != actual.GetValueOrDefault(row))
            .Select(row => $"{row}\n  expected: {expected.GetValueOrDefault(row, "no such row")}\n  actual:   {actual.GetValueOrDefault(row, "no such row")}")
            .ToArray();
        Assert.True(differ.Length == 0, $"{differ.Length} of {expected.Count} rows differ:\n{string.Join('\n', differ)}");
    }

    /// <summary>The order of members in a state document says nothing, and differs from process to process.</summary>
    private static string Text(Row row) => row.Columns.TryGetValue("json", out var json)
        ? $"{CanonicalJson.Of((string)json)} {ColumnsJson.WriteText(row.Columns.Remove("json"))}"
        : ColumnsJson.WriteText(row.Columns);
}
