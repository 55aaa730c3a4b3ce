namespace AdaptiveCards;

/// <summary>The base of tables, rows and cells: collections that say where the content of their cells stands.</summary>
public abstract class AdaptiveCollectionWithContentAlignment : AdaptiveCollectionElement
{
    /// <summary>Where the content of the cells stands in their height.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalCellContentAlignment { get; set; }

    /// <summary>Where the content of the cells stands across their width.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalContentAlignment.Left)]
    public AdaptiveHorizontalContentAlignment HorizontalCellContentAlignment { get; set; }
}
