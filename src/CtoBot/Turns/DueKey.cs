using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Turns;

/// <summary>The keys of the rows in <see cref="StoreTable.Due"/>: due time, "|", and the person's partition. They sort by time.</summary>
internal static class DueKey
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'Z'");

    /// <summary>The key of a person's row. Times are whole seconds, and never before the due time.</summary>
    public static string Of(Instant at, string person) => $"{Text(Ceiling(at))}|{person}";

    /// <summary>The keys that are due at a time.</summary>
    public static KeyRange Until(Instant now) => new("", Text(Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds() + 1)));

    /// <summary>Whose row it is, as <see cref="PersonKey.Partition"/>; null for a row that is nobody's. A time has no "|".</summary>
    public static string? PersonOf(string key)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return bar < 0 ? null : key[(bar + 1)..];
    }

    /// <summary>The due time, or null in a row that is nobody's.</summary>
    public static Instant? TimeOf(string key)
    {
        var bar = key.IndexOf('|', StringComparison.Ordinal);
        return bar > 0 && Pattern.Parse(key[..bar]) is { Success: true } time ? time.Value : null;
    }

    /// <summary>
    /// The first key after those of the same time and tenant: where to read on if nothing more may be sent to that tenant for now.
    /// </summary>
    public static string AfterTenant(string key)
    {
        var tenant = key.IndexOf('|', key.IndexOf('|', StringComparison.Ordinal) + 1);
        return tenant < 0 ? key + '\0' : string.Create(CultureInfo.InvariantCulture, $"{key[..tenant]}{(char)('|' + 1)}");
    }

    private static string Text(Instant time) => Pattern.Format(time);

    private static Instant Ceiling(Instant time)
    {
        var second = Instant.FromUnixTimeSeconds(time.ToUnixTimeSeconds());
        return second < time ? second + Duration.FromSeconds(1) : second;
    }
}
