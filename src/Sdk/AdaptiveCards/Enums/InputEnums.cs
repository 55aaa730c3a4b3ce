namespace AdaptiveCards;

/// <summary>What is typed into a text input; phones choose the keyboard by it.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveTextInputStyle
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A telephone number.</summary>
    Tel,

    /// <summary>An address of a page.</summary>
    Url,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>How choices are shown.</summary>
[JsonConverter(typeof(AdaptiveEnumConverter))]
public enum AdaptiveChoiceInputStyle
{
    /// <summary>As a drop-down list.</summary>
    Compact,

    /// <summary>As radio buttons or check boxes.</summary>
    Expanded,

    /// <summary>As a list that narrows while the user types.</summary>
    Filtered,
}
