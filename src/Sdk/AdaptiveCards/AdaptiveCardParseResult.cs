namespace AdaptiveCards;

/// <summary>What <see cref="AdaptiveCard.FromJson"/> read.</summary>
public class AdaptiveCardParseResult
{
    /// <summary>The card.</summary>
    public AdaptiveCard Card { get; internal set; }

    /// <summary>What was skipped or replaced while reading.</summary>
    public List<AdaptiveWarning> Warnings { get; internal set; } = [];
}
