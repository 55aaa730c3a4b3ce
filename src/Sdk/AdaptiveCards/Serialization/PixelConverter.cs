using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes a number of pixels as <c>"80px"</c>; what cannot be read becomes 0, with a warning.</summary>
internal sealed class PixelConverter : JsonConverter<uint>
{
    public override uint ReadJson(JsonReader reader, Type objectType, uint existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var text = JToken.Load(reader).ToString();
        var digits = text.EndsWith("px", StringComparison.Ordinal) ? text.AsSpan(..^2) : text;
        if (uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels)) return pixels;
        serializer.Warn(-1, $"'{text}' is not a number of pixels.");
        return 0;
    }

    public override void WriteJson(JsonWriter writer, uint value, JsonSerializer serializer) =>
        writer.WriteValue(string.Create(CultureInfo.InvariantCulture, $"{value}px"));
}
