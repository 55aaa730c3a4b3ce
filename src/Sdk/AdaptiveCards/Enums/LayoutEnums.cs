namespace AdaptiveCards;

/// <summary>The space between an element and the one before it.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveSpacing
{
    /// <summary>As the client decides.</summary>
    Default,

    /// <summary>None.</summary>
    None,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>Very large.</summary>
    ExtraLarge,

    /// <summary>As much as the container's padding.</summary>
    Padding,
}

/// <summary>The kind of a height.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveHeightType
{
    /// <summary>As high as the content.</summary>
    Auto,

    /// <summary>As high as the container allows.</summary>
    Stretch,

    /// <summary>A number of pixels.</summary>
    Pixel,
}

/// <summary>Where an element stands across the width.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveHorizontalAlignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>Where the content of table cells stands across the width.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveHorizontalContentAlignment
{
    /// <summary>At the left.</summary>
    Left,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the right.</summary>
    Right,
}

/// <summary>Where content stands in a container that is higher.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveVerticalContentAlignment
{
    /// <summary>At the top.</summary>
    Top,

    /// <summary>In the middle.</summary>
    Center,

    /// <summary>At the bottom.</summary>
    Bottom,
}

/// <summary>The style of a container, by meaning; the client's theme decides the colours.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveContainerStyle
{
    /// <summary>Like the card itself.</summary>
    Default,

    /// <summary>Set apart from the rest.</summary>
    Emphasis,

    /// <summary>Something went well.</summary>
    Good,

    /// <summary>Something is wrong or late.</summary>
    Attention,

    /// <summary>Something needs care.</summary>
    Warning,

    /// <summary>The accent of the theme.</summary>
    Accent,
}
