using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes a schema version as a string such as <c>"1.5"</c>.</summary>
internal sealed class AdaptiveSchemaVersionConverter : JsonConverter<AdaptiveSchemaVersion>
{
    public override AdaptiveSchemaVersion ReadJson(JsonReader reader, Type objectType, AdaptiveSchemaVersion existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        reader.TokenType == JsonToken.Null ? null : new AdaptiveSchemaVersion(JToken.Load(reader).ToString());

    public override void WriteJson(JsonWriter writer, AdaptiveSchemaVersion value, JsonSerializer serializer) => writer.WriteValue(value.ToString());
}
