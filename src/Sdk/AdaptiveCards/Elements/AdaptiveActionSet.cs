namespace AdaptiveCards;

/// <summary>A row of buttons inside the body.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "ActionSet";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The actions.</summary>
    [JsonRequired]
    public List<AdaptiveAction> Actions { get; set; } = [];
}
