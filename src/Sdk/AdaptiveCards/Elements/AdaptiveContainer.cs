namespace AdaptiveCards;

/// <summary>A group of elements.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Container";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What the container shows, from top to bottom.</summary>
    [JsonProperty]
    public List<AdaptiveElement> Items { get; set; } = [];

    /// <summary>Whether text runs from right to left. Unset: as around it.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public bool? Rtl { get; set; }

    /// <inheritdoc/>
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    /// <inheritdoc/>
    public override void Add(AdaptiveElement element) => Items.Add(element);
}
