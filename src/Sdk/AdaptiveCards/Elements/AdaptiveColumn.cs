namespace AdaptiveCards;

/// <summary>A column of an <see cref="AdaptiveColumnSet"/>.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    /// <summary>The schema's name of the element.</summary>
    public new const string TypeName = "Column";

    /// <inheritdoc/>
    [JsonProperty(Order = -10, Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    /// <summary>The width: <c>auto</c>, <c>stretch</c> (see <see cref="AdaptiveColumnWidth"/>), a share such as <c>2</c>, or <c>80px</c>.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Width { get; set; }
}
