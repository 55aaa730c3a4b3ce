namespace AdaptiveCards;

/// <summary>A table. Clients older than schema 1.5 need a fallback.</summary>
public class AdaptiveTable : AdaptiveCollectionWithContentAlignment
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Table";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The rows.</summary>
    [JsonProperty]
    public List<AdaptiveTableRow> Rows { get; set; } = [];

    /// <summary>The columns: how wide they are and how their cells are aligned.</summary>
    [JsonProperty]
    public List<AdaptiveTableColumnDefinition> Columns { get; set; } = [];

    /// <summary>The style of the grid; it decides the colour of the lines.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveContainerStyle? GridStyle { get; set; }

    /// <summary>Whether lines are drawn between cells.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(true)]
    public bool ShowGridLines { get; set; } = true;

    /// <summary>Whether the first row is a header, and is announced as one. Clients take a missing value for true; to say false, use <see cref="AdaptiveTypedElement.AdditionalProperties"/>.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool FirstRowAsHeaders { get; set; }

    /// <inheritdoc/>
    public override IEnumerator<AdaptiveElement> GetEnumerator() => Rows.GetEnumerator();

    /// <inheritdoc/>
    public override void Add(AdaptiveElement element)
    {
        if (element is AdaptiveTableRow item) Rows.Add(item);
    }
}
