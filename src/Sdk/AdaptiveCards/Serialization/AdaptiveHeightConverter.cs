using System.Globalization;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes a height as <c>auto</c>, <c>stretch</c> or <c>80px</c>; what cannot be read becomes automatic, with a warning.</summary>
internal sealed class AdaptiveHeightConverter : JsonConverter<AdaptiveHeight>
{
    public override AdaptiveHeight ReadJson(JsonReader reader, Type objectType, AdaptiveHeight existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var text = JToken.Load(reader).ToString();
        if (string.Equals(text, "stretch", StringComparison.OrdinalIgnoreCase)) return AdaptiveHeight.Stretch;
        if (text.EndsWith("px", StringComparison.Ordinal)
            && uint.TryParse(text.AsSpan(..^2), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels))
            return new AdaptiveHeight(pixels);
        if (text.Length > 0 && !string.Equals(text, "auto", StringComparison.OrdinalIgnoreCase))
            serializer.Warn(-1, $"The height '{text}' is neither 'auto', 'stretch' nor a number of pixels.");
        return new AdaptiveHeight(AdaptiveHeightType.Auto);
    }

    public override void WriteJson(JsonWriter writer, AdaptiveHeight value, JsonSerializer serializer) => writer.WriteValue(value.ToString());
}
