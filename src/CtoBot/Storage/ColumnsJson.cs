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

    /// <summary>Used again by the next row on the same thread.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    /// <summary>What the buffer of a thread keeps for the next row.</summary>
    private const int MostKept = 64 * 1024;

    /// <summary>The columns as JSON in UTF-8, in the order of their names.</summary>
    public static byte[] Write(ImmutableDictionary<string, object> columns)
    {
        var written = buffer ??= new ArrayBufferWriter<byte>(MostKept / 4);
        written.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(written, Options))
        {
            json.WriteStartObject();
            foreach (var (name, value) in columns.OrderBy(column => column.Key, StringComparer.Ordinal))
            {
                json.WritePropertyName(name);
                WriteValue(json, value);
            }
            json.WriteEndObject();
        }

        if (written.Capacity > MostKept)
            buffer = null;
        return written.WrittenSpan.ToArray();
    }

    /// <summary>The same as text.</summary>
    public static string WriteText(ImmutableDictionary<string, object> columns) => Encoding.UTF8.GetString(Write(columns));

    /// <summary>The columns that <see cref="Write"/> was given.</summary>
    /// <exception cref="JsonException">The text is not what <see cref="Write"/> writes.</exception>
    public static ImmutableDictionary<string, object> Read(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        var columns = ImmutableDictionary.CreateBuilder<string, object>(StringComparer.Ordinal);
        Next(ref json, JsonTokenType.StartObject);
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = json.GetString()!;
            json.Read();
            columns.Add(name, ReadValue(ref json));
        }

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

    private static object ReadValue(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.String => json.GetString()!,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.Number => json.GetInt32(),
        JsonTokenType.StartObject => ReadNamed(ref json),
        _ => throw new JsonException($"A column cannot be {json.TokenType}."),
    };

    private static object ReadNamed(ref Utf8JsonReader json)
    {
        Next(ref json, JsonTokenType.PropertyName);
        var type = json.GetString();
        json.Read();
        object value = type switch
        {
            "utf16" => new string(MemoryMarshal.Cast<byte, char>(json.GetBytesFromBase64())),
            "long" => json.GetInt64(),
            "double" => json.GetDouble(),
            "time" => json.GetDateTimeOffset(),
            _ => throw new JsonException($"A column has the unknown type '{type}'."),
        };
        Next(ref json, JsonTokenType.EndObject);
        return value;
    }

    private static void Next(ref Utf8JsonReader json, JsonTokenType expected)
    {
        if (!json.Read() || json.TokenType != expected)
            throw new JsonException($"There is no {expected} where one must be.");
    }
}
