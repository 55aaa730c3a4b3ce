namespace AdaptiveCards;

/// <summary>Where an action is shown.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveActionMode
{
    /// <summary>As a button.</summary>
    Primary,

    /// <summary>In the overflow menu.</summary>
    Secondary,
}

/// <summary>Which inputs an action submits.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveAssociatedInputs
{
    /// <summary>The inputs of the card and of the cards around it; they are validated first.</summary>
    Auto,

    /// <summary>None, and nothing is validated.</summary>
    None,
}
