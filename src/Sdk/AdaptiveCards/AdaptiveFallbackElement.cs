namespace AdaptiveCards;

/// <summary>
/// What to do with an element that a client cannot show: drop it (JSON <c>"drop"</c>) or show another one (that element's JSON).
/// </summary>
public class AdaptiveFallbackElement
{
    /// <summary>Makes a fallback that says nothing.</summary>
    public AdaptiveFallbackElement() => Type = AdaptiveFallbackType.None;

    /// <summary>Makes a fallback of a kind.</summary>
    /// <param name="fallbackType">The kind.</param>
    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType) => Type = fallbackType;

    /// <summary>Makes a fallback that shows something else.</summary>
    /// <param name="fallbackContent">The element or action to show instead.</param>
    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    /// <summary>What a client does instead of showing the element.</summary>
    public enum AdaptiveFallbackType
    {
        /// <summary>Nothing is said.</summary>
        None,

        /// <summary>The element is left out.</summary>
        Drop,

        /// <summary>Another element is shown.</summary>
        Content,
    }

    /// <summary>What a client does instead of showing the element.</summary>
    [JsonIgnore]
    public AdaptiveFallbackType Type { get; set; }

    /// <summary>The element or action to show instead, when <see cref="Type"/> is <see cref="AdaptiveFallbackType.Content"/>.</summary>
    [JsonIgnore]
    public AdaptiveTypedElement Content { get; set; }
}
