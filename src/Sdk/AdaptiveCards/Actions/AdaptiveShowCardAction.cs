namespace AdaptiveCards;

/// <summary>Unfolds a card below the button.</summary>
public class AdaptiveShowCardAction : AdaptiveAction
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Action.ShowCard";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The card.</summary>
    [JsonRequired]
    public AdaptiveCard Card { get; set; }
}
