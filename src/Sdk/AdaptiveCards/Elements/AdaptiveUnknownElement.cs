namespace AdaptiveCards;

/// <summary>
/// An element of a type that this library has no class for. Its properties are in <see cref="AdaptiveTypedElement.AdditionalProperties"/>.
/// </summary>
public class AdaptiveUnknownElement : AdaptiveElement
{
    /// <summary>The type of one that has been given none.</summary>
    public const string TypeName = "UnknownElement";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;
}
