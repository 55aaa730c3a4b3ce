namespace AdaptiveCards;

/// <summary>A row of an <see cref="AdaptiveTable"/>.</summary>
public class AdaptiveTableRow : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "TableRow";

    /// <inheritdoc/>
    [JsonProperty(Order = -10, Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    /// <summary>The cells, from left to right.</summary>
    [JsonRequired]
    public List<AdaptiveTableCell> Cells { get; set; } = [];

    /// <inheritdoc/>
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Cells.GetEnumerator();

    /// <inheritdoc/>
    public override void Add(AdaptiveElement element)
    {
        if (element is AdaptiveTableCell item) Cells.Add(item);
    }
}
