using System.Globalization;
using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads an offset from UTC.</summary>
internal static class ZoneOffset
{
    /// <summary>Reads utc+2, gmt-05:00, +5:30, utc +0530; null for anything else.</summary>
    /// <param name="name">A text in the form of <see cref="Normalise.ForCompare"/>.</param>
    internal static Offset? Read(string name)
    {
        var text = name.Replace(" ", "", StringComparison.Ordinal).Trim('(', ')');
        if (text.StartsWith("utc", StringComparison.Ordinal) || text.StartsWith("gmt", StringComparison.Ordinal))
            text = text[3..];
        if (text is not ['+' or '-', .. { Length: >= 1 and <= 5 } digits])
            return null;
        var (hours, minutes) = digits.Split(':', '.') switch
        {
            [{ Length: 4 } both] => (both[..2], both[2..]),
            [{ Length: <= 2 } whole] => (whole, "00"),
            [{ Length: <= 2 } whole, { Length: 2 } part] => (whole, part),
            _ => ("", ""),
        };
        if (!int.TryParse(hours, NumberStyles.None, CultureInfo.InvariantCulture, out var h)
            || !int.TryParse(minutes, NumberStyles.None, CultureInfo.InvariantCulture, out var m)
            || h > 14 || m > 59)
            return null;
        return Offset.FromSeconds((text[0] == '-' ? -1 : 1) * ((h * 3600) + (m * 60)));
    }

    /// <summary>The fixed zone of a whole number of hours, or null. The sign of these ids is the other way round.</summary>
    internal static string? FixedZone(Offset offset)
    {
        var hours = offset.Seconds / 3600;
        if (offset.Seconds % 3600 != 0 || hours is < -12 or > 14)
            return null;
        return hours == 0 ? "Etc/UTC" : string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{-hours:+0;-0}");
    }
}
