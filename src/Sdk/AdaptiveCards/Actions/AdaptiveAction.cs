namespace AdaptiveCards;

/// <summary>The base of actions: what happens on a tap.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    /// <summary>What stands on the button.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Title { get; set; }

    /// <summary>The address of an icon on the button.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string IconUrl { get; set; }

    /// <summary>The style of the button: <c>default</c>, <c>positive</c> or <c>destructive</c>.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue("default")]
    public string Style { get; set; } = "default";

    /// <summary>Whether the button can be used.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    /// <summary>Where the action is shown.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveActionMode.Primary)]
    public AdaptiveActionMode Mode { get; set; }

    /// <summary>What is shown while the pointer rests on the button, and said by screen readers.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Tooltip { get; set; }
}
