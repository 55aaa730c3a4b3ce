namespace AdaptiveCards;

/// <summary>The base of what can stand in a <see cref="AdaptiveRichTextBlock"/>.</summary>
public abstract class AdaptiveInline : AdaptiveTypedElement
{
}
