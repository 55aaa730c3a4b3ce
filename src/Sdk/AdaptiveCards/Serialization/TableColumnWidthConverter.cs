using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes the width of a table column as a number (a share) or as a string (pixels, <c>"80px"</c>).</summary>
internal sealed class TableColumnWidthConverter : JsonConverter<TableColumnWidth>
{
    public override TableColumnWidth ReadJson(JsonReader reader, Type objectType, TableColumnWidth existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var json = JToken.Load(reader);
        if (json.Type is JTokenType.Integer or JTokenType.Float) return new TableColumnWidth { Relative = json.Value<double>() };
        if (json.ToString() is var text && text.EndsWith("px", StringComparison.Ordinal)
            && double.TryParse(text.AsSpan(..^2), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels))
            return new TableColumnWidth { Pixels = pixels };
        serializer.Warn(-1, $"The column width '{json}' is neither a number nor a number of pixels.");
        return new TableColumnWidth();
    }

    public override void WriteJson(JsonWriter writer, TableColumnWidth value, JsonSerializer serializer)
    {
        if (value.Pixels > 0) writer.WriteValue(string.Create(CultureInfo.InvariantCulture, $"{value.Pixels}px"));
        else if (value.Relative % 1 == 0) writer.WriteValue((long)value.Relative);
        else writer.WriteValue(value.Relative);
    }
}
