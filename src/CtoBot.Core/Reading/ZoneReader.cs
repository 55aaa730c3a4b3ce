using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads a time zone.</summary>
public static class ZoneReader
{
    private const int LongestText = 100;
    private const int MostAlternatives = 5;
    private const int MostExamples = 4;

    /// <summary>Reads IANA and Windows ids, cities, countries, abbreviations such as CET and PT, and offsets such as UTC+2.</summary>
    /// <param name="text">What was typed, or the id that a client or card sends.</param>
    /// <param name="zones">The names of zones.</param>
    /// <param name="now">When an offset that was typed holds.</param>
    /// <returns>
    /// The zone. Alternatives are given for a name that stands for several, and for an offset: whole hours give a fixed zone without
    /// daylight saving time, and the alternatives are places that have this offset now. A country with several zones is a problem.
    /// </returns>
    public static Reading<ZoneChoice> Read(string text, ZoneIndex zones, Instant now)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(zones);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        if (text.Length > LongestText)
            return Problem.Unread("zone.unclear", text);
        var name = Normalise.ForCompare(text).Trim('.', '!', '?', ',', '"', ' ');
        foreach (var spelling in Spellings(name, zones.Places))
            if (ReadName(spelling, zones) is { } reading)
                return reading;
        if (ZoneOffset.Read(name) is { } offset)
            return ReadOffset(text, offset, zones, now);
        return Suggestion(name, zones) is { } suggestion
            ? Problem.Of("zone.suggest", ("said", Problem.Said(text)), ("suggestion", CultureInfo.InvariantCulture.TextInfo.ToTitleCase(suggestion)))
            : Problem.Unread("zone.unclear", text);
    }

    private static IEnumerable<string> Spellings(string name, Places places)
    {
        yield return name;
        var plain = name;
        foreach (var filler in places.Fillers.Select(Normalise.ForCompare))
            if (plain.EndsWith(" " + filler, StringComparison.Ordinal))
                yield return plain = plain[..^(filler.Length + 1)].TrimEnd();
        // Windows shows “(UTC+01:00) Amsterdam, Berlin, …”; people write “Berlin, Germany” and “London (UK)”.
        if (plain.StartsWith('(') && plain.IndexOf(')') is > 0 and var close)
            plain = plain[(close + 1)..].Trim();
        yield return plain;
        yield return plain.Replace('_', ' ');
        var cut = plain.IndexOfAny([',', '(']);
        if (cut > 0)
            yield return plain[..cut].Trim();
    }

    private static Reading<ZoneChoice>? ReadName(string name, ZoneIndex zones)
    {
        if (zones.Zones(name) is [var id, .. var others])
            return new ZoneChoice(id, [.. others]);
        if (zones.CountryNamed(name) is not { } country)
            return null;
        if (country.Main is { } main)
            return new ZoneChoice(main, [.. country.Zones.Where(zone => zone != main).Take(MostAlternatives)]);
        var known = country.Zones.OrderBy(zone => Prominence(zone, zones.Places)).Take(MostExamples).Select(City);
        return Problem.Of("zone.country", ("said", country.Name), ("options", string.Join(", ", known)));
    }

    private static Reading<ZoneChoice> ReadOffset(string text, Offset offset, ZoneIndex zones, Instant now)
    {
        var places = zones.Places.Principal.Where(id => zones.OffsetOf(id, now) == offset).Take(MostAlternatives).ToImmutableArray();
        if (ZoneOffset.FixedZone(offset) is { } zone)
            return new ZoneChoice(zone, places);
        return places is [var first, .. var others] ? new ZoneChoice(first, [.. others]) : Problem.Unread("zone.offset", text);
    }

    private static int Prominence(string zone, Places places) =>
        places.Principal.IndexOf(zone) is >= 0 and var place ? place : int.MaxValue;

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ');

    private static string? Suggestion(string name, ZoneIndex zones)
    {
        if (name.Length < 4 || name.Any(char.IsAsciiDigit) || ClosestMatch.Find(name, zones.Names) is not { } close)
            return null;
        if (zones.CountryNamed(close) is { } country)
            return country.Name;
        var spelt = zones.Places.Cities.Keys.Concat(zones.Zones(close).Select(City));
        return spelt.FirstOrDefault(city => Normalise.ForCompare(city) == close) ?? close;
    }
}
