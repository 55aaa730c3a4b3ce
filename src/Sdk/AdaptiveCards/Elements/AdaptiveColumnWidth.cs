namespace AdaptiveCards;

/// <summary>The words that <see cref="AdaptiveColumn.Width"/> knows.</summary>
public static class AdaptiveColumnWidth
{
    /// <summary>The width that the other columns leave.</summary>
    public const string Stretch = "stretch";

    /// <summary>The width of the content.</summary>
    public const string Auto = "auto";
}
