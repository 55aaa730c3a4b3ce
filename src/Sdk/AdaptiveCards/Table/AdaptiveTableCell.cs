namespace AdaptiveCards;

/// <summary>A cell of an <see cref="AdaptiveTableRow"/>.</summary>
public class AdaptiveTableCell : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "TableCell";

    /// <inheritdoc/>
    [JsonProperty(Order = -10, Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    /// <summary>Whether text runs from right to left. Unset: as around it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public bool? Rtl { get; set; }

    /// <summary>What the cell shows, from top to bottom.</summary>
    [JsonProperty]
    public List<AdaptiveElement> Items { get; set; } = [];

    /// <inheritdoc/>
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    /// <inheritdoc/>
    public override void Add(AdaptiveElement element) => Items.Add(element);
}
