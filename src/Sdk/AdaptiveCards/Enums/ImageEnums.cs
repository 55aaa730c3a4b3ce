namespace AdaptiveCards;

/// <summary>The size of an image.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveImageSize
{
    /// <summary>Its own, shrunk to fit.</summary>
    Auto,

    /// <summary>As wide as the container.</summary>
    Stretch,

    /// <summary>Small.</summary>
    Small,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>Large.</summary>
    Large,
}

/// <summary>The shape of an image.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveImageStyle
{
    /// <summary>As it is.</summary>
    Default,

    /// <summary>Cropped to a circle.</summary>
    Person,
}
