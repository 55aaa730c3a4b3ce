using System.Collections;

namespace AdaptiveCards;

/// <summary>The base of elements that hold other elements.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    /// <summary>The style. Unset: like what is around it.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveContainerStyle? Style { get; set; }

    /// <summary>Where the content stands when this element is higher than it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>What happens when the element is tapped.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Whether the element reaches over the padding of what is around it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Bleed { get; set; }

    /// <summary>The lowest height, such as <c>80px</c>.</summary>
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

    /// <summary>Gives the elements inside, in order.</summary>
    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    /// <summary>Adds an element at the end. One of a kind that cannot stand here is left out.</summary>
    /// <param name="element">The element.</param>
    public abstract void Add(AdaptiveElement element);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
