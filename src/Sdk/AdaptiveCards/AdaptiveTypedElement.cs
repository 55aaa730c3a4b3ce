using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// The base of everything in a card that has a <c>type</c>: the card itself, its elements and its actions.
/// A property of the schema that has no member here is written through <see cref="AdditionalProperties"/>.
/// </summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
[JsonConverter(typeof(ElementConverter))]
public abstract class AdaptiveTypedElement
{
    /// <summary>The schema's name of the element, such as <c>TextBlock</c>. Always the first property of the JSON.</summary>
    [JsonProperty(Order = -10, Required = Required.Always, DefaultValueHandling = DefaultValueHandling.Include)]
    public abstract string Type { get; set; }

    /// <summary>
    /// Properties of the JSON that no member stands for, by their JSON names (compared without regard to case).
    /// They survive a round trip and are written as they are.
    /// </summary>
    [JsonIgnore]
    public SerializableDictionary<string, object> AdditionalProperties
    {
        // Hardly any element of a card has one, and a card has hundreds of elements.
        get => additional ??= new(StringComparer.OrdinalIgnoreCase);
        set => additional = value;
    }

    private SerializableDictionary<string, object> additional;

    /// <summary>What the serializer sees of them: nothing where there are none.</summary>
    [JsonExtensionData]
    internal SerializableDictionary<string, object> SerializedProperties
    {
        get => additional;
        set => additional = value;
    }

    /// <summary>What a client shows when it does not know the element or misses one of its <see cref="Requires"/>.</summary>
    [JsonConverter(typeof(AdaptiveFallbackConverter))]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public AdaptiveFallbackElement Fallback { get; set; }

    /// <summary>An identifier unique in the card. For an input it is the key of its value in the submitted data.</summary>
    [JsonProperty(Order = -9, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public string Id { get; set; }

    /// <summary>The features that a client must have to show the element, each with its lowest version, or <c>*</c>.</summary>
    [JsonProperty(Order = 1, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public IDictionary<string, string> Requires { get; set; }
}
