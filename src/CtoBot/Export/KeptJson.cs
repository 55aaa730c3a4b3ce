using System.Text.Encodings.Web;
using System.Text.Json;

namespace CtoBot.Export;

/// <summary>
/// Everything that is kept about a person as JSON: <c>{"format":"ctobot-own-data","version":1,"exportedAt":…,"rows":[{"table","key","columns":{…},"document":{…}}]}</c>.
/// Times are ISO 8601 in UTC; texts, numbers and booleans are JSON's own.
/// </summary>
internal static class KeptJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as UTF-8.</summary>
    public static byte[] Write(KeptData data)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("format", "ctobot-own-data");
            json.WriteNumber("version", 1);
            json.WriteString("exportedAt", data.At.UtcDateTime);
            json.WriteStartArray("rows");
            foreach (var row in data.Rows)
                Write(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, KeptRow row)
    {
        json.WriteStartObject();
        json.WriteString("table", row.Table.ToString());
        json.WriteString("key", row.Key);
        json.WriteStartObject("columns");
        foreach (var (name, value) in row.Columns)
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
        if (row.Document is { } document)
        {
            json.WritePropertyName("document");
            document.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case DateTimeOffset time: json.WriteStringValue(time.UtcDateTime); break;
            default: throw new ArgumentException($"A column cannot hold a {value.GetType().Name}.", nameof(value));
        }
    }
}
