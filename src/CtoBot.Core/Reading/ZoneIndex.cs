using System.Collections.Immutable;
using NodaTime;
using NodaTime.TimeZones;

namespace CtoBot.Core.Reading;

/// <summary>The names of time zones: those of the tz database, of Windows, and what <see cref="Places"/> adds. Build it once and share it.</summary>
public sealed class ZoneIndex
{
    private readonly Dictionary<string, ImmutableArray<string>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Country> _countries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _located;
    private readonly TzdbDateTimeZoneSource _source;

    /// <summary>The names of another language, for what is not named here; or null.</summary>
    private readonly ZoneIndex? _besides;

    private ZoneIndex(ZoneIndex besides, Places places)
    {
        _besides = besides;
        _source = besides._source;
        _located = besides._located;
        Places = besides.Places with
        {
            Cities = besides.Places.Cities.SetItems(places.Cities),
            Fillers = [.. places.Fillers, .. besides.Places.Fillers],
        };
    }

    private ZoneIndex(Places places, TzdbDateTimeZoneSource source)
    {
        Places = places;
        _source = source;
        _located = [.. Locations.Select(location => location.ZoneId)];
    }

    /// <summary>A country and the zones in it.</summary>
    /// <param name="Name">Its English name in the tz database.</param>
    /// <param name="Main">The zone most people there live in; null where there is none such.</param>
    /// <param name="Zones">All its zones that differ.</param>
    internal sealed record Country(string Name, string? Main, ImmutableArray<string> Zones);

    internal Places Places { get; }

    /// <summary>All names in the form of <see cref="Normalise.ForCompare"/>, for suggestions.</summary>
    internal IEnumerable<string> Names => _names.Keys.Concat(_countries.Keys).Concat(_besides?.Names ?? []);

    private IEnumerable<TzdbZoneLocation> Locations => _source.ZoneLocations ?? [];

    /// <summary>Builds the index from the tz database that comes with NodaTime.</summary>
    /// <param name="places">What people call zones besides.</param>
    /// <exception cref="FormatException">A zone or country that <paramref name="places"/> names is not in the tz database.</exception>
    public static ZoneIndex Create(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var index = new ZoneIndex(places, TzdbDateTimeZoneSource.Default);
        index.AddPlaces(places);
        var countries = index.CountriesByCode();
        foreach (var country in countries.Values)
            index._countries.TryAdd(Normalise.ForCompare(country.Name), country);
        index.AddCountries(places, countries);
        index.AddIds();
        index.AddWindowsIds();
        return index;
    }

    /// <summary>These names with those of another language before them.</summary>
    /// <param name="places">What people call zones in that language.</param>
    /// <exception cref="FormatException">A zone or country that <paramref name="places"/> names is not in the tz database.</exception>
    public ZoneIndex With(Places places)
    {
        ArgumentNullException.ThrowIfNull(places);
        var index = new ZoneIndex(this, places);
        index.AddPlaces(places);
        if (!places.Countries.IsEmpty)
            index.AddCountries(places, index.CountriesByCode());
        return index;
    }

    /// <summary>The zones with a name, likeliest first; empty for an unknown name.</summary>
    internal ImmutableArray<string> Zones(string name) =>
        _names.TryGetValue(name, out var zones) ? zones : _countries.ContainsKey(name) ? [] : _besides?.Zones(name) ?? [];

    /// <summary>The country with a name, or null.</summary>
    internal Country? CountryNamed(string name) => _countries.GetValueOrDefault(name) ?? _besides?.CountryNamed(name);

    /// <summary>How far a zone is from UTC at an instant.</summary>
    internal Offset OffsetOf(string id, Instant at) => _source.ForId(id).GetUtcOffset(at);

    private void AddPlaces(Places places)
    {
        foreach (var id in places.Principal)
            Known(id);
        foreach (var (name, ids) in places.Abbreviations)
            _names.TryAdd(Normalise.ForCompare(name), [.. ids.Select(Known)]);
        foreach (var (name, id) in places.Cities)
            _names.TryAdd(Normalise.ForCompare(name), [Known(id)]);
    }

    private Dictionary<string, Country> CountriesByCode() => Locations.GroupBy(location => location.CountryCode).ToDictionary(
        group => group.Key,
        group => new Country(group.First().CountryName, MainZone(group), [.. group.Select(location => location.ZoneId)]));

    private void AddCountries(Places places, Dictionary<string, Country> byCode)
    {
        foreach (var (name, code) in places.Countries)
            _countries.TryAdd(
                Normalise.ForCompare(name),
                byCode.TryGetValue(code, out var country) ? country : throw ReadingJson.Invalid("zones.json", "$.countries." + name, $"there is no country {code}"));
    }

    private string? MainZone(IGrouping<string, TzdbZoneLocation> country)
    {
        if (Places.MainZones.TryGetValue(country.Key, out var main))
            return Known(main);
        var ids = country.Select(location => location.ZoneId).ToList();
        return ids.Select(id => _source.CanonicalIdMap[id]).Distinct().Count() == 1 ? ids[0] : null;
    }

    private void AddIds()
    {
        // Ids with a location come first: where two end alike, theirs is the place people mean.
        var ids = _source.GetIds().OrderByDescending(_located.Contains).ThenBy(id => id, StringComparer.Ordinal).ToList();
        foreach (var id in ids)
            _names.TryAdd(Normalise.ForCompare(id), [Preferred(id)]);
        foreach (var id in ids.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            _names.TryAdd(Normalise.ForCompare(id[(id.LastIndexOf('/') + 1)..].Replace('_', ' ')), [Preferred(id)]);
    }

    private void AddWindowsIds()
    {
        foreach (var (windows, id) in _source.WindowsMapping.PrimaryMapping)
            _names.TryAdd(Normalise.ForCompare(windows), [Preferred(id)]);
    }

    // A link such as Asia/Calcutta becomes the id of today; one with a location of its own, such as Europe/Amsterdam, stays.
    private string Preferred(string id) => _located.Contains(id) ? id : _source.CanonicalIdMap[id];

    private string Known(string id) =>
        _source.CanonicalIdMap.ContainsKey(id) ? Preferred(id) : throw ReadingJson.Invalid("zones.json", "$", $"there is no time zone {id}");
}
