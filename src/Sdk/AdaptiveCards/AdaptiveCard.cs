namespace AdaptiveCards;

/// <summary>
/// A card: a body of elements and a row of actions. As a message attachment its content type is <see cref="ContentType"/>.
/// The width that Teams reads is an additional property: <c>AdditionalProperties["msteams"] = new { width = "Full" }</c>.
/// </summary>
[JsonConverter(typeof(CardConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    /// <summary>The content type of an attachment that holds a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "AdaptiveCard";

    /// <summary>The newest schema version that this library knows.</summary>
    public static readonly AdaptiveSchemaVersion KnownSchemaVersion = new(1, 6);

    /// <summary>Makes an empty card.</summary>
    /// <param name="schemaVersion">The schema version that a client must know to show the card.</param>
    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion) => Version = schemaVersion;

    /// <summary>Makes an empty card.</summary>
    /// <param name="schemaVersion">The schema version that a client must know to show the card, such as <c>1.5</c>.</param>
    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    /// <summary>Makes an empty card of version 1.0.</summary>
    [Obsolete("Please use the overload that accepts a version parameter and specify the version your card requires")]
    public AdaptiveCard()
        : this(new AdaptiveSchemaVersion(1, 0))
    {
    }

    /// <summary>Gives the version to assume for a parsed card that names none. Without it such a card is refused.</summary>
    public static Func<AdaptiveSchemaVersion> OnDeserializingMissingVersion { get; set; }

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The schema version that a client must know; an older client shows <see cref="FallbackText"/> instead.</summary>
    [JsonProperty(Order = -10, DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveSchemaVersion Version { get; set; }

    /// <summary>What a client shows that does not know <see cref="Version"/>. Markdown is allowed.</summary>
    [JsonProperty(Order = -8, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string FallbackText { get; set; }

    /// <summary>What a client says when it reads the card aloud: plain text or SSML.</summary>
    [JsonProperty(Order = -7, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Speak { get; set; }

    /// <summary>The language of the card, an ISO 639-1 code; it decides how dates and times are shown.</summary>
    [JsonProperty(Order = -7, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Lang { get; set; }

    /// <summary>How the card uses the height there is.</summary>
    [JsonConverter(typeof(AdaptiveHeightConverter))]
    [JsonProperty(Order = -4, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHeight Height { get; set; } = new(AdaptiveHeightType.Auto);

    /// <summary>The lowest height of the card, such as <c>80px</c>.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public string MinHeight { get; set; }

    /// <summary>The same in pixels; 0 for none, or for what is no number of pixels.</summary>
    [JsonIgnore]
    public uint PixelMinHeight
    {
        get => PixelConverter.Read(MinHeight) ?? 0;
        set => MinHeight = PixelConverter.Write(value);
    }

    /// <summary>What the card shows, from top to bottom.</summary>
    [JsonProperty(Order = -3)]
    public List<AdaptiveElement> Body { get; set; } = [];

    /// <summary>Whether text runs from right to left. Unset: as the client decides.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public bool? Rtl { get; set; }

    /// <summary>What can be done with the card: its row of buttons.</summary>
    [JsonProperty(Order = -2)]
    public List<AdaptiveAction> Actions { get; set; } = [];

    /// <summary>Where the content stands when the card is higher than it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What happens when the card is tapped.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Reads a card.</summary>
    /// <param name="json">The card's JSON.</param>
    /// <returns>The card and what was skipped or replaced on the way.</returns>
    /// <exception cref="AdaptiveSerializationException">
    /// The text is no JSON, a required property is missing, or the card names no version and
    /// <see cref="OnDeserializingMissingVersion"/> is not set.
    /// </exception>
    public static AdaptiveCardParseResult FromJson(string json) => CardJson.Read(json);

    /// <summary>Writes the card as indented JSON: types first, default values left out.</summary>
    public string ToJson() => CardJson.Write(this);

    /// <summary>Tells the serializer whether there is a body to write.</summary>
    public bool ShouldSerializeBody() => Body?.Count > 0;

    /// <summary>Tells the serializer whether there are actions to write.</summary>
    public bool ShouldSerializeActions() => Actions?.Count > 0;

    /// <summary>Tells the serializer whether the height is other than automatic.</summary>
    public bool ShouldSerializeHeight() => Height is not null && Height != AdaptiveHeight.Auto;
}
