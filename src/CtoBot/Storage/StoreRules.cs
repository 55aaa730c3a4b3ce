using CtoBot.Turns;

namespace CtoBot.Storage;

/// <summary>What every store refuses, so that what one store takes the other takes as well.</summary>
public static class StoreRules
{
    private const int MaxColumnName = 100;
    private static readonly DateTimeOffset FirstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly HashSet<string> Reserved =
        new(["PartitionKey", "RowKey", "Timestamp", "ETag", "w"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Checks a transaction before it is written.</summary>
    /// <exception cref="ArgumentException">It is over a limit of <see cref="IStore"/>, or no store could hold it.</exception>
    public static void Check(string partition, IReadOnlyList<RowChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        CheckKey(partition, nameof(partition));
        if (changes.Count > IStore.MaxChanges)
            throw new ArgumentException($"A transaction has {changes.Count} changes; at most {IStore.MaxChanges} are possible.", nameof(changes));
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var atMost = 0L;
        foreach (var change in changes)
        {
            CheckKey(change.Key, nameof(changes));
            if (!keys.Add(change.Key))
                throw new ArgumentException($"The row '{change.Key}' is changed twice in one transaction.", nameof(changes));
            atMost += CheckChange(change);
        }
        if (atMost > IStore.MaxTransactionBytes && changes.Sum(SizeOf) is var size and > IStore.MaxTransactionBytes)
            throw new ArgumentException($"A transaction has {size} bytes; at most {IStore.MaxTransactionBytes} are possible.", nameof(changes));
    }

    /// <summary>Checks the key of a partition or a row.</summary>
    /// <exception cref="ArgumentException">The key is empty or longer than <see cref="IStore.MaxKeyLength"/>.</exception>
    public static void CheckKey(string key, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(key, parameter);
        var length = KeyEscape.Escape(key).Length;
        if (length > IStore.MaxKeyLength)
            throw new ArgumentException($"A key has {length} characters after escaping; at most {IStore.MaxKeyLength} (1 KiB of UTF-16) are possible.", parameter);
    }

    private static long SizeOf(RowChange change) => change switch
    {
        RowChange.Add { Row: var row } => RowSize.Of(row),
        RowChange.Upsert { Row: var row } => RowSize.Of(row),
        RowChange.Replace { Row: var row } => RowSize.Of(row),
        _ => 0,
    };

    /// <returns>The most that the change's row can have, in bytes.</returns>
    private static long CheckChange(RowChange change)
    {
        switch (change)
        {
            case RowChange.Add { Row: var row }:
                return CheckRow(row);
            case RowChange.Upsert { Row: var row }:
                return CheckRow(row);
            case RowChange.Replace { Row: var row, ETag: var etag }:
                CheckCondition(row.Key, etag);
                return CheckRow(row);
            case RowChange.Delete { ETag: var etag }:
                if (etag is not null)
                    CheckCondition(change.Key, etag);
                return 0;
            default:
                throw new ArgumentException($"A store does not know the change {change.GetType().Name}.", nameof(change));
        }
    }

    /// <summary>A star would turn the condition off, and an empty ETag belongs to a row that was never read.</summary>
    private static void CheckCondition(string key, string etag)
    {
        if (string.IsNullOrEmpty(etag) || etag == "*")
            throw new ArgumentException($"The change of row '{key}' needs the ETag with which it was read.", nameof(etag));
    }

    private static long CheckRow(Row row)
    {
        if (row.Columns.Count > IStore.MaxColumns)
            throw new ArgumentException($"The row '{row.Key}' has {row.Columns.Count} columns; at most {IStore.MaxColumns} are possible.", nameof(row));
        foreach (var (name, value) in row.Columns)
        {
            if (!IsColumnName(name))
                throw new ArgumentException($"The row '{row.Key}' has a column '{name}': no store can hold that name.", nameof(row));
            CheckValue(row.Key, name, value);
        }
        var atMost = RowSize.AtMost(row);
        if (atMost > IStore.MaxRowBytes && RowSize.Of(row) is var size and > IStore.MaxRowBytes)
            throw new ArgumentException($"The row '{row.Key}' has {size} bytes; at most {IStore.MaxRowBytes} are possible.", nameof(row));
        return atMost;
    }

    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= MaxColumnName
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !name.Contains("__", StringComparison.Ordinal)
        && name[^1] != '_'
        && !Reserved.Contains(name);

    private static void CheckValue(string key, string name, object value)
    {
        var error = value switch
        {
            string or bool or int or long => null,
            double number => double.IsFinite(number) ? null : "must be a finite number",
            DateTimeOffset time => time.Offset == TimeSpan.Zero && time >= FirstTime ? null : "must be a UTC time from 1601 on",
            null => "has no value: leave it out",
            _ => $"has the type {value.GetType().Name}, which no store can hold",
        };
        if (error is not null)
            throw new ArgumentException($"Column '{name}' in row '{key}' {error}.", nameof(value));
    }
}
