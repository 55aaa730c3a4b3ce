using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Writes the target of a visibility toggle as its id alone when it is only to be toggled, else as an object.</summary>
internal sealed class AdaptiveTargetElementConverter : JsonConverter<AdaptiveTargetElement>
{
    public override AdaptiveTargetElement ReadJson(JsonReader reader, Type objectType, AdaptiveTargetElement existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null) return null;
        var json = JToken.Load(reader);
        return json.Type == JTokenType.String
            ? new AdaptiveTargetElement(json.Value<string>())
            : new AdaptiveTargetElement { ElementId = json.Value<string>("elementId"), IsVisible = json.Value<bool?>("isVisible") };
    }

    public override void WriteJson(JsonWriter writer, AdaptiveTargetElement value, JsonSerializer serializer)
    {
        if (value.IsVisible is not { } visible)
        {
            writer.WriteValue(value.ElementId);
            return;
        }
        writer.WriteStartObject();
        writer.WritePropertyName("elementId");
        writer.WriteValue(value.ElementId);
        writer.WritePropertyName("isVisible");
        writer.WriteValue(visible);
        writer.WriteEndObject();
    }
}
