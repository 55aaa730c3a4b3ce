using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CtoBot.Turns;

namespace CtoBot.Storage;

/// <summary>
/// The columns of a row as one JSON object that a person can read and <c>json_extract</c> can query. Text, bool and int are plain;
/// other types are named so that they come back as they were: <c>{"n":{"long":3},"at":{"time":"2026-01-02T03:04:05Z"}}</c>.
/// Text that is not well-formed UTF-16 cannot be JSON and is kept as its bytes: <c>{"utf16":"…base64…"}</c>.
/// </summary>
internal static class ColumnsJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The columns as JSON, in the order of their names.</summary>
    public static string Write(ImmutableDictionary<string, object> columns)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in columns.OrderBy(column => column.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>The columns that <see cref="Write"/> was given.</summary>
    /// <exception cref="JsonException">The text is not what <see cref="Write"/> writes.</exception>
    public static ImmutableDictionary<string, object> Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        var columns = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        foreach (var column in json.RootElement.EnumerateObject())
            columns.Add(column.Name, ReadValue(column.Value));
        return columns.ToImmutable();
    }

    private static void WriteValue(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text when Utf16.IsWellFormed(text):
                json.WriteStringValue(text);
                return;
            case bool flag:
                json.WriteBooleanValue(flag);
                return;
            case int number:
                json.WriteNumberValue(number);
                return;
        }
        json.WriteStartObject();
        switch (value)
        {
            case string text:
                json.WriteBase64String("utf16", MemoryMarshal.AsBytes(text.AsSpan()));
                break;
            case long number:
                json.WriteNumber("long", number);
                break;
            case double number:
                json.WriteNumber("double", number);
                break;
            case DateTimeOffset time:
                json.WriteString("time", time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentException($"A column cannot hold a {value.GetType().Name}.", nameof(value));
        }
        json.WriteEndObject();
    }

    private static object ReadValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => value.GetInt32(),
        JsonValueKind.Object => ReadNamed(value.EnumerateObject().Single()),
        _ => throw new JsonException($"A column cannot be {value.ValueKind}."),
    };

    private static object ReadNamed(JsonProperty value) => value.Name switch
    {
        "utf16" => new string(MemoryMarshal.Cast<byte, char>(value.Value.GetBytesFromBase64())),
        "long" => value.Value.GetInt64(),
        "double" => value.Value.GetDouble(),
        "time" => value.Value.GetDateTimeOffset(),
        _ => throw new JsonException($"A column has the unknown type '{value.Name}'."),
    };
}
