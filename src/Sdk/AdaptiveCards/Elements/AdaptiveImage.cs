namespace AdaptiveCards;

/// <summary>A picture. Give it an <see cref="AltText"/>.</summary>
public class AdaptiveImage : AdaptiveElement
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Image";

    /// <summary>Makes an image without an address.</summary>
    public AdaptiveImage()
    {
    }

    /// <summary>Makes an image.</summary>
    /// <param name="url">Where the picture is.</param>
    public AdaptiveImage(string url) => Url = new Uri(url);

    /// <summary>Makes an image.</summary>
    /// <param name="url">Where the picture is.</param>
    public AdaptiveImage(Uri url) => Url = url;

    /// <inheritdoc/>
    [JsonProperty(Order = -10, Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    /// <summary>The size.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveImageSize.Auto)]
    public AdaptiveImageSize Size { get; set; }

    /// <summary>The shape.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveImageStyle.Default)]
    public AdaptiveImageStyle Style { get; set; }

    /// <summary>Where the picture is: an https or a data address.</summary>
    [JsonRequired]
    public Uri Url { get; set; }

    /// <summary><see cref="Url"/> as text.</summary>
    [JsonIgnore]
    public string UrlString
    {
        get => Url?.ToString();
        set => Url = new Uri(value);
    }

    /// <summary>Where the picture stands across the width.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveHorizontalAlignment.Left)]
    public AdaptiveHorizontalAlignment HorizontalAlignment { get; set; }

    /// <summary>A colour behind a transparent picture, <c>#RRGGBB</c> or <c>#AARRGGBB</c>.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public string BackgroundColor { get; set; }

    /// <summary>What happens when the picture is tapped.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>What a screen reader says.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string AltText { get; set; }

    /// <summary>The width in pixels; 0 when it is not fixed. In JSON <c>"width": "80px"</c>.</summary>
    [JsonConverter(typeof(PixelConverter))]
    [JsonProperty("width", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0u)]
    public uint PixelWidth { get; set; }

    /// <summary>The height in pixels; 0 when it is not fixed. In JSON <c>"height": "80px"</c>.</summary>
    [JsonIgnore]
    public uint PixelHeight
    {
        get => Height?.Unit ?? 0;
        set => Height = new AdaptiveHeight(value);
    }
}
