using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Runtime.Serialization;

namespace Azure.Data.Tables.Internal;

/// <summary>Maps the public properties of one class to columns. Made once for a class.</summary>
internal sealed class EntityBinder
{
    private static readonly ConcurrentDictionary<Type, EntityBinder> Binders = new();

    private static readonly HashSet<string> OfTheInterface =
        [nameof(ITableEntity.PartitionKey), nameof(ITableEntity.RowKey), nameof(ITableEntity.Timestamp), nameof(ITableEntity.ETag)];

    private readonly Type _type;
    private readonly (string Column, PropertyInfo Property)[] _columns;

    private EntityBinder(Type type)
    {
        _type = type;
        _columns =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.CanRead && property.CanWrite && property.GetIndexParameters().Length == 0)
                .Where(property => !property.IsDefined(typeof(IgnoreDataMemberAttribute)) && !OfTheInterface.Contains(property.Name))
                .Select(property => (ColumnOf(property), property)),
        ];
    }

    public static EntityBinder For(Type type) => Binders.GetOrAdd(type, static type => new EntityBinder(type));

    public IEnumerable<KeyValuePair<string, object>> Read(ITableEntity entity) =>
    [
        KeyValuePair.Create(Names.PartitionKey, (object)entity.PartitionKey),
        KeyValuePair.Create(Names.RowKey, (object)entity.RowKey),
        .. _columns.Select(column => KeyValuePair.Create(column.Column, column.Property.GetValue(entity))),
    ];

    public ITableEntity Create(Dictionary<string, object> values)
    {
        // The keys go through the interface: a class may implement it explicitly.
        var entity = (ITableEntity)Activator.CreateInstance(_type)!;
        entity.PartitionKey = values.GetValueOrDefault(Names.PartitionKey) as string;
        entity.RowKey = values.GetValueOrDefault(Names.RowKey) as string;
        entity.Timestamp = values.GetValueOrDefault(Names.Timestamp) as DateTimeOffset?;
        if (values.GetValueOrDefault(Names.ETag) is string etag) entity.ETag = new ETag(etag);
        foreach (var (column, property) in _columns)
        {
            if (values.TryGetValue(column, out var value)) property.SetValue(entity, Convert(value, property.PropertyType, column));
        }
        return entity;
    }

    private static string ColumnOf(PropertyInfo property) => property.GetCustomAttribute<DataMemberAttribute>()?.Name ?? property.Name;

    private static object Convert(object value, Type type, string column)
    {
        var target = Nullable.GetUnderlyingType(type) ?? type;
        if (target.IsInstanceOfType(value)) return value;
        return value switch
        {
            string text when target.IsEnum => Enum.Parse(target, text),
            DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
            BinaryData data when target == typeof(byte[]) => data.ToArray(),
            int or long when target == typeof(long) || target == typeof(int) || target == typeof(double) =>
                System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException($"Column '{column}' holds a {value.GetType().Name}, which a {target.Name} cannot take."),
        };
    }
}
