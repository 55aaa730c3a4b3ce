using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>How wide a column of an <see cref="AdaptiveTable"/> is and how its cells are aligned.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveTableColumnDefinition
{
    /// <summary>Where the content of the cells stands in their height.</summary>
    [JsonProperty("verticalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    /// <summary>Where the content of the cells stands across their width.</summary>
    [JsonProperty("horizontalCellContentAlignment", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalContentAlignment.Left)]
    public AdaptiveHorizontalContentAlignment HorizontalContentAlignment { get; set; }

    /// <summary>The width in pixels; 0 when it is a share. Setting it clears <see cref="Width"/>.</summary>
    [JsonIgnore]
    public double PixelWidth
    {
        get => ColumnWidth.Pixels;
        set => ColumnWidth = new TableColumnWidth { Pixels = value };
    }

    /// <summary>The share of the table's width; 0 when it is in pixels. Setting it clears <see cref="PixelWidth"/>.</summary>
    [JsonIgnore]
    public double Width
    {
        get => ColumnWidth.Relative;
        set => ColumnWidth = new TableColumnWidth { Relative = value };
    }

    [JsonProperty("width", DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(TableColumnWidthConverter))]
    internal TableColumnWidth ColumnWidth { get; set; }
}
