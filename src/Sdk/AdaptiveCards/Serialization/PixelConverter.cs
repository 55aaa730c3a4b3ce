using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes a number of pixels as <c>"80px"</c>; what cannot be read becomes 0, with a warning.</summary>
internal sealed class PixelConverter : JsonConverter<uint>
{
    public override uint ReadJson(JsonReader reader, Type objectType, uint existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var text = JToken.Load(reader).ToString();
        if (Read(text) is { } pixels) return pixels;
        serializer.Warn(-1, $"'{text}' is not a number of pixels.");
        return 0;
    }

    public override void WriteJson(JsonWriter writer, uint value, JsonSerializer serializer) =>
        writer.WriteValue(Write(value));

    /// <summary>The number of pixels, or null if the text is none.</summary>
    public static uint? Read(string text)
    {
        var digits = text?.EndsWith("px", StringComparison.Ordinal) == true ? text.AsSpan(..^2) : text;
        return uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : null;
    }

    /// <summary>A number of pixels as the schema has it.</summary>
    public static string Write(uint pixels) => string.Create(CultureInfo.InvariantCulture, $"{pixels}px");
}
