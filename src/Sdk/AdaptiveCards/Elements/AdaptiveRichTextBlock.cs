namespace AdaptiveCards;

/// <summary>A paragraph of runs of text, each with a format of its own. Markdown is not read in it.</summary>
public class AdaptiveRichTextBlock : AdaptiveElement
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "RichTextBlock";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>Where the text stands across the width.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalAlignment.Left)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>The runs.</summary>
    [JsonConverter(typeof(AdaptiveInlinesConverter))]
    [JsonRequired]
    public List<AdaptiveInline> Inlines { get; set; } = [];
}
