using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads cards: checks the version that a card names before its content is read.</summary>
public class AdaptiveCardConverter : AdaptiveTypedElementConverter
{
    private const int UnsupportedVersion = -1;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(AdaptiveCard).IsAssignableFrom(objectType);

    /// <inheritdoc/>
    /// <exception cref="AdaptiveSerializationException">The JSON is no card, or the card names no version.</exception>
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null) return null;
        // The card inside an Action.ShowCard needs no version: it is part of the card around it.
        var nested = reader.Path.Length > 0;
        var json = JObject.Load(reader);
        if (json.Value<string>("type") != AdaptiveCard.TypeName)
            throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveCard.TypeName}'");
        if (string.IsNullOrEmpty(json.Value<string>("version")) && !nested)
        {
            json["version"] = AdaptiveCard.OnDeserializingMissingVersion?.Invoke().ToString()
                ?? throw new AdaptiveSerializationException("Could not parse required key: version. It was not found.");
        }
        if (!nested && new AdaptiveSchemaVersion(json.Value<string>("version")) > AdaptiveCard.KnownSchemaVersion)
        {
            serializer.Warn(UnsupportedVersion, $"Schema version '{json["version"]}' is not supported; the fallback text is shown instead.");
            return FallbackCard(json);
        }
        // Else it would come back as an additional property of every card that is written again.
        json.Remove("$schema");
        using var content = json.CreateReader();
        content.Read();
        return base.ReadJson(content, objectType, existingValue, serializer);
    }

    private static AdaptiveCard FallbackCard(JObject json)
    {
        var text = json.Value<string>("fallbackText") ?? "We're sorry, this card couldn't be displayed";
        return new AdaptiveCard(AdaptiveCard.KnownSchemaVersion)
        {
            FallbackText = text,
            Lang = json.Value<string>("lang"),
            Body = { new AdaptiveTextBlock(text) { Wrap = true } },
        };
    }
}
