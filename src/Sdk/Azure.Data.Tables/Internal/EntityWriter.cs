using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azure.Data.Tables.Internal;

/// <summary>
/// Writes a row as OData JSON. A type that JSON cannot tell is named beside the value:
/// <c>"n@odata.type": "Edm.Int64", "n": "1"</c> ("Payload format for Table service operations").
/// </summary>
internal static class EntityWriter
{
    // Letters outside ASCII are written as they are: escaped they would take up to six times the room in a transaction of 4 MiB.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(ITableEntity entity)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        foreach (var (name, value) in entity as IEnumerable<KeyValuePair<string, object>> ?? EntityBinder.For(entity.GetType()).Read(entity))
        {
            // The service keeps both itself. A null is not stored.
            if (value is not null && name is not (Names.ETag or Names.Timestamp)) WriteValue(json, name, value);
        }
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static void WriteValue(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                Annotated(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + Names.TypeAnnotation, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            case double number:
                Annotated(json, name, "Edm.Double", double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case Guid id:
                Annotated(json, name, "Edm.Guid", id.ToString());
                break;
            case DateTimeOffset time:
                Annotated(json, name, "Edm.DateTime", Utc(time.UtcDateTime));
                break;
            case DateTime { Kind: DateTimeKind.Utc } time:
                Annotated(json, name, "Edm.DateTime", Utc(time));
                break;
            case DateTime time:
                throw new NotSupportedException($"The DateTime of column '{name}' has a Kind of {time.Kind}: it must be UTC.");
            case byte[] bytes:
                json.WriteString(name + Names.TypeAnnotation, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            case BinaryData data:
                json.WriteString(name + Names.TypeAnnotation, "Edm.Binary");
                json.WriteBase64String(name, data.ToMemory().Span);
                break;
            case Enum constant:
                json.WriteString(name, constant.ToString());
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} cannot be stored (column '{name}').");
        }
    }

    private static void Annotated(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + Names.TypeAnnotation, type);
        json.WriteString(name, value);
    }

    private static string Utc(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
