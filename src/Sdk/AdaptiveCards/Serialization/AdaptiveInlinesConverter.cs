using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads the inlines of a rich text block, where a plain string stands for a text run.</summary>
internal sealed class AdaptiveInlinesConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => objectType == typeof(List<AdaptiveInline>);

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        JArray.Load(reader)
            .Select(inline => inline.Type == JTokenType.String ? new AdaptiveTextRun(inline.Value<string>()) : inline.ToObject<AdaptiveInline>(serializer))
            .ToList();

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => throw new NotSupportedException();
}
