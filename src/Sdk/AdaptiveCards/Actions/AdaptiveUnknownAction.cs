namespace AdaptiveCards;

/// <summary>
/// An action of a type that this library has no class for. Its properties are in <see cref="AdaptiveTypedElement.AdditionalProperties"/>.
/// </summary>
public class AdaptiveUnknownAction : AdaptiveAction
{
    /// <summary>The type of one that has been given none.</summary>
    public const string TypeName = "UnknownAction";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;
}
