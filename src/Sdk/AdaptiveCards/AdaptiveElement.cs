namespace AdaptiveCards;

/// <summary>
/// The base of what can stand in a card's body. An element that this library does not know is written by a subclass:
/// override <see cref="AdaptiveTypedElement.Type"/> and mark its own properties with <see cref="JsonPropertyAttribute"/>.
/// </summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    /// <summary>The space between this element and the one before it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveSpacing.Default)]
    public AdaptiveSpacing Spacing { get; set; }

    /// <summary>Whether a line separates this element from the one before it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Separator { get; set; }

    /// <summary>How the element uses the height there is. <see cref="AdaptiveHeight.Auto"/> unless set.</summary>
    [JsonConverter(typeof(AdaptiveHeightConverter))]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHeight Height
    {
        // Hardly any element of a card has another one. Who asks gets an own one, which can be changed.
        get => ReferenceEquals(height, Unset) ? height = new(AdaptiveHeightType.Auto) : height;
        set => height = value;
    }

    private static readonly AdaptiveHeight Unset = new(AdaptiveHeightType.Auto);

    private AdaptiveHeight height = Unset;

    /// <summary>Whether the element is shown when the card is first rendered.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(true)]
    public bool IsVisible { get; set; } = true;

    /// <summary>Tells the serializer whether the height is other than automatic.</summary>
    public bool ShouldSerializeHeight() => height is not null && height != AdaptiveHeight.Auto;
}
