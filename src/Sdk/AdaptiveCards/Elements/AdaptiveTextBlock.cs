namespace AdaptiveCards;

/// <summary>A piece of text; a part of Markdown is allowed in it (bold, italic, lists, links).</summary>
public class AdaptiveTextBlock : AdaptiveElement
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "TextBlock";

    /// <summary>Makes an empty block.</summary>
    public AdaptiveTextBlock()
    {
    }

    /// <summary>Makes a block.</summary>
    /// <param name="text">The text.</param>
    public AdaptiveTextBlock(string text) => Text = text;

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The size of the text.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveTextSize.Default)]
    public AdaptiveTextSize Size { get; set; }

    /// <summary>The weight of the text.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveTextWeight.Default)]
    public AdaptiveTextWeight Weight { get; set; }

    /// <summary>The colour of the text.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveTextColor.Default)]
    public AdaptiveTextColor Color { get; set; }

    /// <summary>Whether the text is toned down.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool IsSubtle { get; set; }

    /// <summary>The text. Required: writing a block without one fails.</summary>
    [JsonRequired]
    public string Text { get; set; } = "";

    /// <summary>Where the text stands across the width.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalAlignment.Left)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>Whether the text runs on over several lines; else it is cut off.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Wrap { get; set; }

    /// <summary>How many lines are shown at most; 0 for all.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0)]
    public int MaxLines { get; set; }

    /// <summary>The kind of font.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveFontType.Default)]
    public AdaptiveFontType FontType { get; set; }

    /// <summary>The role of the text.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveTextBlockStyle.Paragraph)]
    public AdaptiveTextBlockStyle Style { get; set; }
}
