using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes a fallback as <c>"drop"</c> or as the element to show instead, and reads it.</summary>
public class AdaptiveFallbackConverter : JsonConverter
{
    internal const string Drop = "drop";

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => objectType == typeof(AdaptiveFallbackElement);

    /// <inheritdoc/>
    /// <exception cref="AdaptiveSerializationException">The value is neither <c>"drop"</c> nor an element.</exception>
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null) return null;
        if (reader.TokenType == JsonToken.StartObject)
            return new AdaptiveFallbackElement(serializer.Deserialize<AdaptiveTypedElement>(reader));
        var text = JToken.Load(reader).ToString();
        return string.Equals(text, Drop, StringComparison.OrdinalIgnoreCase)
            ? new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop)
            : throw new AdaptiveSerializationException($"The only valid string value for the fallback property is 'drop', not '{text}'.");
    }

    /// <inheritdoc/>
    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer)
    {
        var fallback = (AdaptiveFallbackElement)value;
        if (fallback?.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Drop) writer.WriteValue(Drop);
        else serializer.Serialize(writer, fallback?.Content);
    }
}
