namespace AdaptiveCards;

/// <summary>Shows or hides elements, without asking the bot.</summary>
public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Action.ToggleVisibility";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The elements.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public List<AdaptiveTargetElement> TargetElements { get; set; } = [];
}
