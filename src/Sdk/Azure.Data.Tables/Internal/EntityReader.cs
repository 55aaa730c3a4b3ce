using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Internal;

/// <summary>Reads rows from OData JSON with minimal metadata, see <see cref="EntityWriter"/>.</summary>
internal static class EntityReader
{
    public static T Read<T>(BinaryData content)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(content);
        return Read<T>(document.RootElement);
    }

    public static IReadOnlyList<T> ReadPage<T>(BinaryData content)
        where T : class, ITableEntity
    {
        using var document = JsonDocument.Parse(content);
        return [.. document.RootElement.GetProperty("value").EnumerateArray().Select(Read<T>)];
    }

    private static T Read<T>(JsonElement row)
        where T : class, ITableEntity
    {
        var values = Columns(row);
        return typeof(T) == typeof(TableEntity) ? (T)(object)new TableEntity(values) : (T)EntityBinder.For(typeof(T)).Create(values);
    }

    private static Dictionary<string, object> Columns(JsonElement row)
    {
        Dictionary<string, string> types = new() { [Names.Timestamp] = "Edm.DateTime" };
        foreach (var property in row.EnumerateObject())
        {
            if (property.Name.EndsWith(Names.TypeAnnotation, StringComparison.Ordinal))
                types[property.Name[..^Names.TypeAnnotation.Length]] = property.Value.GetString();
        }
        Dictionary<string, object> values = [];
        foreach (var property in row.EnumerateObject())
        {
            var metadata = property.Name.Contains('@') || property.Name.StartsWith("odata.", StringComparison.Ordinal);
            if ((!metadata || property.Name == Names.ETag) && property.Value.ValueKind is not JsonValueKind.Null)
                values[property.Name] = Value(property.Value, types.GetValueOrDefault(property.Name));
        }
        return values;
    }

    private static object Value(JsonElement value, string type) => type switch
    {
        "Edm.Int64" => value.ValueKind == JsonValueKind.String ? long.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetInt64(),
        "Edm.Double" => value.ValueKind == JsonValueKind.String ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : value.GetDouble(),
        "Edm.Guid" => value.GetGuid(),
        "Edm.DateTime" => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        "Edm.Binary" => new BinaryData(value.GetBytesFromBase64()),
        _ => Untyped(value),
    };

    private static object Untyped(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        // A double may come without a type when its text shows that it is one.
        JsonValueKind.Number => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        _ => throw new FormatException($"A column holds JSON of a kind that the service does not have: {value.ValueKind}."),
    };
}
