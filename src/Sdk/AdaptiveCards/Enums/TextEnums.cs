namespace AdaptiveCards;

/// <summary>The size of text.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveTextSize
{
    /// <summary>As the client decides.</summary>
    Default,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Somewhat larger than the default.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,

    /// <summary>Very large.</summary>
    ExtraLarge,
}

/// <summary>The weight of text.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveTextWeight
{
    /// <summary>As the client decides.</summary>
    Default,

    /// <summary>Light.</summary>
    Lighter,

    /// <summary>Bold.</summary>
    Bolder,
}

/// <summary>The colour of text, by meaning; the client's theme decides the shade.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveTextColor
{
    /// <summary>Plain text.</summary>
    Default,

    /// <summary>A dark colour.</summary>
    Dark,

    /// <summary>A light colour.</summary>
    Light,

    /// <summary>The accent of the theme.</summary>
    Accent,

    /// <summary>Something went well.</summary>
    Good,

    /// <summary>Something needs care.</summary>
    Warning,

    /// <summary>Something is wrong or late.</summary>
    Attention,
}

/// <summary>The kind of font.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveFontType
{
    /// <summary>The client's usual font.</summary>
    Default,

    /// <summary>A font with letters of one width.</summary>
    Monospace,
}

/// <summary>The role of a text block, which screen readers announce.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveTextBlockStyle
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading.</summary>
    Heading,
}
