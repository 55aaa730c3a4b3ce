namespace AdaptiveCards;

/// <summary>Pairs of a title and a value, in two columns.</summary>
public class AdaptiveFactSet : AdaptiveElement
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "FactSet";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The pairs.</summary>
    [JsonRequired]
    public List<AdaptiveFact> Facts { get; set; } = [];
}
