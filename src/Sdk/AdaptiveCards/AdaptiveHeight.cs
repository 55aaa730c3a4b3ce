using System.Globalization;

namespace AdaptiveCards;

/// <summary>The height of an element: automatic, stretched or a number of pixels. In JSON <c>auto</c>, <c>stretch</c> or <c>80px</c>.</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    /// <summary>Makes an automatic height.</summary>
    public AdaptiveHeight()
    {
    }

    /// <summary>Makes a height in pixels.</summary>
    /// <param name="px">Device-independent pixels.</param>
    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    /// <summary>Makes a height of a kind.</summary>
    /// <param name="heightType">The kind.</param>
    public AdaptiveHeight(AdaptiveHeightType heightType) => HeightType = heightType;

    /// <summary>As high as the content.</summary>
    public static AdaptiveHeight Auto { get; } = new(AdaptiveHeightType.Auto);

    /// <summary>As high as the container allows.</summary>
    public static AdaptiveHeight Stretch { get; } = new(AdaptiveHeightType.Stretch);

    /// <summary>The kind of height.</summary>
    public AdaptiveHeightType HeightType { get; set; }

    /// <summary>The pixels, when <see cref="HeightType"/> is <see cref="AdaptiveHeightType.Pixel"/>.</summary>
    public uint? Unit { get; set; }

    /// <summary>Whether two heights mean the same.</summary>
    /// <param name="ah1">One height.</param>
    /// <param name="ah2">The other.</param>
    public static bool operator ==(AdaptiveHeight ah1, AdaptiveHeight ah2) => Equals(ah1, ah2);

    /// <summary>Whether two heights differ.</summary>
    /// <param name="ah1">One height.</param>
    /// <param name="ah2">The other.</param>
    public static bool operator !=(AdaptiveHeight ah1, AdaptiveHeight ah2) => !Equals(ah1, ah2);

    /// <summary>Whether the height is given in pixels.</summary>
    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    /// <inheritdoc/>
    public bool Equals(AdaptiveHeight other) =>
        other is not null && HeightType == other.HeightType && (!IsPixel() || Unit == other.Unit);

    /// <inheritdoc/>
    public override bool Equals(object obj) => Equals(obj as AdaptiveHeight);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(HeightType, IsPixel() ? Unit : null);

    /// <inheritdoc/>
    public override string ToString() => HeightType switch
    {
        AdaptiveHeightType.Stretch => "stretch",
        AdaptiveHeightType.Pixel => string.Create(CultureInfo.InvariantCulture, $"{Unit}px"),
        _ => "auto",
    };
}
