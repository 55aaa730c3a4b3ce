using System.Collections.Immutable;

namespace CtoBot.Turns;

/// <summary>The tables of the bot. The names are those of the Azure tables.</summary>
public enum StoreTable
{
    /// <summary>What people said: one partition a person (or a partnership of two).</summary>
    CtoBot,

    /// <summary>The due index of reminders: one partition a shard.</summary>
    Due,
}

/// <summary>
/// One row. A value in <see cref="Columns"/> is a <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>,
/// <see cref="long"/>, finite <see cref="double"/> or <see cref="DateTimeOffset"/> (UTC, from 1601 on); a column without
/// a value is left out. What was written is read back exactly, whatever characters a text has; only the sign of a negative zero may be lost.
/// Keys are any text but empty: a store escapes what its medium cannot hold.
/// </summary>
/// <param name="Key">Unique within the partition. Rows of a partition are ordered by it, ordinally, whatever its characters.</param>
/// <param name="Columns">
/// The typed columns, at most <see cref="IStore.MaxColumns"/>. A name is an ASCII letter followed by ASCII letters, digits
/// or single underscores (not at the end), at most 100 characters, and none of the service's own (PartitionKey, RowKey, Timestamp, w).
/// </param>
/// <param name="ETag">Opaque version that the store gave; empty in a row that was not read from a store.</param>
public sealed record Row(string Key, ImmutableDictionary<string, object> Columns, string ETag = "");

/// <summary>What a transaction does to one row.</summary>
public abstract record RowChange
{
    private RowChange(string key) => Key = key;

    /// <summary>The row.</summary>
    public string Key { get; }

    /// <summary>Adds a row that must not exist yet.</summary>
    public sealed record Add(Row Row) : RowChange(Row.Key);

    /// <summary>Replaces a row that must still have <paramref name="ETag"/>.</summary>
    public sealed record Replace(Row Row, string ETag) : RowChange(Row.Key);

    /// <summary>Adds or replaces a row, whatever was there.</summary>
    public sealed record Upsert(Row Row) : RowChange(Row.Key);

    /// <summary>Removes a row. With an ETag it must still have it; without one, an absent row is no error.</summary>
    public sealed record Delete(string RowKey, string? ETag = null) : RowChange(RowKey);
}

/// <summary>How a transaction ended.</summary>
/// <param name="Saved">False: another writer was first, and nothing was written.</param>
/// <param name="ETags">The new ETag of every row that was written, by key. Empty unless saved.</param>
public sealed record WriteResult(bool Saved, ImmutableDictionary<string, string> ETags)
{
    /// <summary>Another writer was first: load again and decide again.</summary>
    public static WriteResult Conflict { get; } = new(false, ImmutableDictionary<string, string>.Empty);
}

/// <summary>A half-open range of row keys: <paramref name="From"/> ≤ key &lt; <paramref name="To"/>, ordinal.</summary>
/// <param name="From">First key, or empty for the first row of the partition.</param>
/// <param name="To">End, or null for no end.</param>
public readonly record struct KeyRange(string From, string? To)
{
    /// <summary>Every row of a partition.</summary>
    public static KeyRange All => new("", null);

    /// <summary>Every row whose key begins with <paramref name="prefix"/>.</summary>
    public static KeyRange Prefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var shared = prefix.TrimEnd(char.MaxValue);
        return new(prefix, shared.Length == 0 ? null : shared[..^1] + (char)(shared[^1] + 1));
    }
}

/// <summary>
/// Where answers are kept. Every implementation passes the same contract tests.
/// A store that cannot be reached, or does not answer in time, throws <see cref="StoreUnavailableException"/>:
/// whether a write happened is then unknown, and the caller reads back to find out. The same holds for a write that is cancelled.
/// </summary>
public interface IStore
{
    /// <summary>The store's name in logs, e.g. "sqlite".</summary>
    string Name { get; }

    /// <summary>Makes what the store needs (file, tables) if it is missing. Called once at start.</summary>
    /// <exception cref="StoreUnavailableException">Says which setting is wrong and what to do.</exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>One row by its keys, or null.</summary>
    ValueTask<Row?> ReadAsync(StoreTable table, string partition, string key, CancellationToken cancellationToken);

    /// <summary>The rows of a partition in ordinal key order. Reads in pages; not a snapshot across pages.</summary>
    IAsyncEnumerable<Row> QueryAsync(StoreTable table, string partition, KeyRange range, CancellationToken cancellationToken);

    /// <summary>
    /// One transaction in one partition: all changes, or none. At most <see cref="MaxChanges"/> changes, each key once.
    /// Without a change there is nothing to write, and it counts as saved.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Too many changes, a key twice, a row over <see cref="MaxRowBytes"/>, a transaction over <see cref="MaxTransactionBytes"/>,
    /// a key over <see cref="MaxKeyLength"/>, a column that no store can hold, or a condition without an ETag.
    /// </exception>
    ValueTask<WriteResult> WriteAsync(StoreTable table, string partition, IReadOnlyList<RowChange> changes, CancellationToken cancellationToken);

    /// <summary>Every row of a table with its partition, for operators' tools; in no promised order.</summary>
    IAsyncEnumerable<(string Partition, Row Row)> ScanAsync(StoreTable table, CancellationToken cancellationToken);

    /// <summary>Changes in one transaction: the limit of Azure Table storage.</summary>
    public const int MaxChanges = 100;

    /// <summary>
    /// Size of a row in bytes. A plain ASCII character of a text counts two, as Azure Table storage keeps it; a control character,
    /// one of <c>" &amp; ' + \ ` &lt; &gt;</c> and a UTF-16 code unit beyond ASCII count six, as JSON may carry it there. A column counts eight
    /// and two for each character of its name. Below the 1 MiB of Azure Table storage either way, so that every store refuses the same rows. <see cref="RowSize"/> counts it.
    /// </summary>
    public const int MaxRowBytes = 900 * 1024;

    /// <summary>Size of all rows of a transaction, counted as for <see cref="MaxRowBytes"/>: below the 4 MiB of Azure Table storage.</summary>
    public const int MaxTransactionBytes = 3 * 1024 * 1024;

    /// <summary>
    /// Length of a partition's or a row's key after escaping: the 1 KiB of Azure Table storage, which is UTF-16. ASCII letters, digits
    /// and <c>- . : @ _ |</c> count as one, other ASCII as three to five, everything else as five for each UTF-16 code unit.
    /// </summary>
    public const int MaxKeyLength = 512;

    /// <summary>Columns of a row: below the 252 of Azure Table storage, which leaves room for the parts of long texts.</summary>
    public const int MaxColumns = 200;
}

/// <summary>The store did not answer, or not in time. A write may or may not have happened.</summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>With a message for the operator that says what to do.</summary>
    public StoreUnavailableException(string message, Exception? inner = null) : base(message, inner)
    {
    }

    /// <inheritdoc cref="StoreUnavailableException(string, Exception?)"/>
    public StoreUnavailableException() : this("The store is unavailable.")
    {
    }

    /// <inheritdoc cref="StoreUnavailableException(string, Exception?)"/>
    public StoreUnavailableException(string message) : this(message, null)
    {
    }
}
