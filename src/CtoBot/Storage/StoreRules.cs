using System.Buffers;
using CtoBot.Turns;

namespace CtoBot.Storage;

/// <summary>What every store refuses, so that what one store takes the other takes as well.</summary>
public static class StoreRules
{
    private const int MaxColumnName = 100;
    private static readonly DateTimeOffset FirstTime = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly SearchValues<char> WireSafe =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Except("\"&'+\\`<>")]);

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
        var size = 0L;
        foreach (var change in changes)
        {
            CheckKey(change.Key, nameof(changes));
            if (!keys.Add(change.Key))
                throw new ArgumentException($"The row '{change.Key}' is changed twice in one transaction.", nameof(changes));
            size += CheckChange(change);
        }
        if (size > IStore.MaxTransactionBytes)
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

    /// <summary>The size of a row as <see cref="IStore.MaxTransactionBytes"/> counts it.</summary>
    /// <exception cref="ArgumentException">No store could hold it.</exception>
    internal static long SizeOf(Row row) => CheckRow(row);

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
        var size = 0L;
        foreach (var (name, value) in row.Columns)
        {
            if (!IsColumnName(name))
                throw new ArgumentException($"The row '{row.Key}' has a column '{name}': no store can hold that name.", nameof(row));
            size += 8 + 2L * name.Length + ValueSize(row.Key, name, value);
        }
        if (size > IStore.MaxRowBytes)
            throw new ArgumentException($"The row '{row.Key}' has {size} bytes; at most {IStore.MaxRowBytes} are possible.", nameof(row));
        return size;
    }

    private static bool IsColumnName(string name) =>
        name.Length is > 0 and <= MaxColumnName
        && char.IsAsciiLetter(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_')
        && !name.Contains("__", StringComparison.Ordinal)
        && name[^1] != '_'
        && !Reserved.Contains(name);

    private static long ValueSize(string key, string name, object value) => value switch
    {
        string text => TextSize(text),
        bool or int or long => 0,
        double number when double.IsFinite(number) => 0,
        DateTimeOffset time when time.Offset == TimeSpan.Zero && time >= FirstTime => 0,
        double or DateTimeOffset => throw new ArgumentException($"The value of column '{name}' in row '{key}' must be a finite number or a UTC time from 1601 on.", nameof(value)),
        null => throw new ArgumentException($"Column '{name}' in row '{key}' has no value: leave it out.", nameof(value)),
        _ => throw new ArgumentException($"Column '{name}' in row '{key}' has the type {value.GetType().Name}, which no store can hold.", nameof(value)),
    };

    /// <summary>Text that is not well-formed UTF-16 goes over the wire as Base64, less than six bytes a character.</summary>
    private static long TextSize(string text)
    {
        if (!Utf16.IsWellFormed(text))
            return 6L * text.Length;
        var escaped = 0L;
        foreach (var character in text)
        {
            if (!WireSafe.Contains(character))
                escaped++;
        }
        return (2L * text.Length) + (4 * escaped);
    }
}
