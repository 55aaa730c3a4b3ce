using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>What people call time zones besides the tz database's own names; <c>zones.json</c> of a language.</summary>
public sealed record Places
{
    /// <summary>Cities with their IANA id; a key may hold a comma (<c>Portland, Maine</c>).</summary>
    public required ImmutableDictionary<string, string> Cities { get; init; }

    /// <summary>Abbreviations and zone names, each with its IANA ids, likeliest first.</summary>
    public ImmutableDictionary<string, ImmutableArray<string>> Abbreviations { get; init; } = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    /// <summary>Other names of countries with their ISO 3166-1 code, for example <c>England</c>: GB.</summary>
    public ImmutableDictionary<string, string> Countries { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>By ISO 3166-1 code the zone most people of a country with several zones live in, where there is such a zone.</summary>
    public ImmutableDictionary<string, string> MainZones { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Zones to offer to a person who gave an offset only, likeliest first.</summary>
    public ImmutableArray<string> Principal { get; init; } = [];

    /// <summary>Words to skip after a name, for example <c>time</c>.</summary>
    public ImmutableArray<string> Fillers { get; init; } = [];

    /// <summary>Reads a zones file.</summary>
    /// <param name="json">The text of <c>zones.json</c>.</param>
    /// <exception cref="FormatException">The text is no valid zones file; the message names the path in it and the reason.</exception>
    public static Places Parse(string json) => ReadingJson.Parse(json, ReadingJson.Default.Places, "zones.json");
}
