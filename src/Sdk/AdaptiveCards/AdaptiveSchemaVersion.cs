using System.Globalization;

namespace AdaptiveCards;

/// <summary>A version of the Adaptive Cards schema, in JSON a string such as <c>"1.5"</c>.</summary>
[JsonConverter(typeof(AdaptiveSchemaVersionConverter))]
public class AdaptiveSchemaVersion : IComparable<AdaptiveSchemaVersion>
{
    /// <summary>Makes version 0.0.</summary>
    public AdaptiveSchemaVersion()
    {
    }

    /// <summary>Makes a version.</summary>
    /// <param name="major">The number before the point.</param>
    /// <param name="minor">The number after it.</param>
    public AdaptiveSchemaVersion(int major, int minor)
    {
        Major = major;
        Minor = minor;
    }

    /// <summary>Reads a version.</summary>
    /// <param name="versionString">One or two whole numbers with a point between: <c>1</c>, <c>1.5</c>.</param>
    /// <exception cref="ArgumentException">There is no string.</exception>
    /// <exception cref="AdaptiveSerializationException">The string is no version.</exception>
    public AdaptiveSchemaVersion(string versionString)
    {
        if (versionString is null) throw new ArgumentException("A schema version is required.", nameof(versionString));
        var parts = versionString.Split('.');
        Major = Number(parts[0], versionString);
        Minor = parts.Length > 1 ? Number(parts[1], versionString) : 0;
    }

    /// <summary>The number before the point.</summary>
    public int Major { get; set; }

    /// <summary>The number after the point.</summary>
    public int Minor { get; set; }

    /// <summary>Reads a version, see <see cref="AdaptiveSchemaVersion(string)"/>.</summary>
    /// <param name="versionString">The version as text.</param>
    public static implicit operator AdaptiveSchemaVersion(string versionString) => new(versionString);

    /// <summary>Whether both are the same version.</summary>
    /// <param name="version1">One version.</param>
    /// <param name="version2">The other.</param>
    public static bool operator ==(AdaptiveSchemaVersion version1, AdaptiveSchemaVersion version2) => Equals(version1, version2);

    /// <summary>Whether the versions differ.</summary>
    /// <param name="version1">One version.</param>
    /// <param name="version2">The other.</param>
    public static bool operator !=(AdaptiveSchemaVersion version1, AdaptiveSchemaVersion version2) => !Equals(version1, version2);

    /// <summary>Whether the left version is the older one.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) < 0;

    /// <summary>Whether the left version is the newer one.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) > 0;

    /// <summary>Whether the left version is not newer.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) <= 0;

    /// <summary>Whether the left version is not older.</summary>
    /// <param name="left">One version.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) => Compare(left, right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(AdaptiveSchemaVersion other) =>
        other is null ? 1 : (Major, Minor).CompareTo((other.Major, other.Minor));

    /// <inheritdoc/>
    public override bool Equals(object obj) => obj is AdaptiveSchemaVersion other && CompareTo(other) == 0;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Major, Minor);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}");

    private static int Compare(AdaptiveSchemaVersion left, AdaptiveSchemaVersion right) =>
        Comparer<AdaptiveSchemaVersion>.Default.Compare(left, right);

    private static int Number(string text, string whole) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new AdaptiveSerializationException($"'{whole}' is not a valid version identifier");
}
