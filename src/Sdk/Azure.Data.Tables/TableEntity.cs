using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Azure.Data.Tables.Internal;

namespace Azure.Data.Tables;

/// <summary>
/// A row as a dictionary of its columns. Values are string, bool, int, long, double, <see cref="Guid"/>,
/// <see cref="DateTimeOffset"/> (or UTC <see cref="DateTime"/>), <see cref="BinaryData"/> or byte[]; null is not stored.
/// </summary>
[SuppressMessage("Naming", "CA1710", Justification = "The name of the published package.")]
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
{
    private readonly Dictionary<string, object> _values;

    /// <summary>Makes an empty row without keys.</summary>
    public TableEntity() => _values = [];

    /// <summary>Makes an empty row.</summary>
    /// <param name="partitionKey">The partition.</param>
    /// <param name="rowKey">The key in it.</param>
    public TableEntity(string partitionKey, string rowKey)
        : this()
    {
        PartitionKey = partitionKey;
        RowKey = rowKey;
    }

    /// <summary>Makes a row of its columns, which are copied.</summary>
    /// <param name="values">The columns; the keys are among them.</param>
    public TableEntity(IDictionary<string, object> values) =>
        _values = new Dictionary<string, object>(values ?? throw new ArgumentNullException(nameof(values)));

    /// <inheritdoc/>
    public string PartitionKey
    {
        get => GetString(Names.PartitionKey);
        set => _values[Names.PartitionKey] = value;
    }

    /// <inheritdoc/>
    public string RowKey
    {
        get => GetString(Names.RowKey);
        set => _values[Names.RowKey] = value;
    }

    /// <inheritdoc/>
    public DateTimeOffset? Timestamp
    {
        get => GetDateTimeOffset(Names.Timestamp);
        set => _values[Names.Timestamp] = value;
    }

    /// <inheritdoc/>
    public ETag ETag
    {
        get => GetString(Names.ETag) is { } etag ? new ETag(etag) : default;
        set => _values[Names.ETag] = value.ToString();
    }

    /// <summary>The names of the columns, with those of the keys, the time stamp and the ETag if they are set.</summary>
    public ICollection<string> Keys => _values.Keys;

    /// <summary>How many columns there are, counted like <see cref="Keys"/>.</summary>
    public int Count => _values.Count;

    ICollection<object> IDictionary<string, object>.Values => _values.Values;

    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>
    /// A column's value, null if there is none. A whole number that is set where a long or a double stands is stored as that,
    /// so that the type of a column does not change with its value.
    /// </summary>
    /// <param name="key">The column.</param>
    public object this[string key]
    {
        get => _values.GetValueOrDefault(key);
        set => _values[key] = (_values.GetValueOrDefault(key), value) switch
        {
            (long, int number) => (long)number,
            (double, int number) => (double)number,
            (double, long number) => (double)number,
            _ => value,
        };
    }

    /// <summary>A column's text, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public string GetString(string key) => this[key] is { } value ? value as string ?? throw Wrong(key, value, nameof(String)) : null;

    /// <summary>A column's bytes, null if there are none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public BinaryData GetBinaryData(string key) => this[key] switch
    {
        null => null,
        BinaryData data => data,
        byte[] bytes => new BinaryData(bytes),
        var value => throw Wrong(key, value, nameof(BinaryData)),
    };

    /// <summary>A column's bytes, null if there are none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public byte[] GetBinary(string key) => this[key] as byte[] ?? GetBinaryData(key)?.ToArray();

    /// <summary>A column's truth value, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public bool? GetBoolean(string key) => Get<bool>(key);

    /// <summary>A column's time in UTC, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public DateTime? GetDateTime(string key) => this[key] is DateTime value ? value : GetDateTimeOffset(key)?.UtcDateTime;

    /// <summary>A column's time, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public DateTimeOffset? GetDateTimeOffset(string key) => this[key] is DateTime value ? new DateTimeOffset(value) : Get<DateTimeOffset>(key);

    /// <summary>A column's number, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public double? GetDouble(string key) => Get<double>(key);

    /// <summary>A column's identifier, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public Guid? GetGuid(string key) => Get<Guid>(key);

    /// <summary>A column's whole number, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public int? GetInt32(string key) => Get<int>(key);

    /// <summary>A column's whole number, null if there is none.</summary>
    /// <param name="key">The column.</param>
    /// <exception cref="InvalidOperationException">The column holds another type.</exception>
    public long? GetInt64(string key) => Get<long>(key);

    /// <inheritdoc/>
    public void Add(string key, object value) => _values.Add(key, value);

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _values.ContainsKey(key);

    /// <inheritdoc/>
    public bool Remove(string key) => _values.Remove(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value);

    /// <inheritdoc/>
    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => _values.Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_values).Contains(item);

    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_values).CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) =>
        ((ICollection<KeyValuePair<string, object>>)_values).Remove(item);

    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();

    private T? Get<T>(string key)
        where T : struct =>
        this[key] switch
        {
            null => null,
            T value => value,
            var value => throw Wrong(key, value, typeof(T).Name),
        };

    private static InvalidOperationException Wrong(string key, object value, string wanted) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Cannot return {wanted} type for a {value.GetType().Name} typed property. Property: {key}"));
}
