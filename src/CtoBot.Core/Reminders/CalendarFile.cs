using System.Collections.Immutable;
using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Reminders;

/// <summary>Reads the days of an iCalendar file (RFC 5545), as published lists of public holidays are.</summary>
internal static class CalendarFile
{
    /// <summary>A holiday that returns every year is taken for this many.</summary>
    private const int Years = 3;

    /// <summary>No event is longer; what claims to be is no holiday.</summary>
    private const int LongestEvent = 60;

    private static readonly LocalDatePattern Compact = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");

    /// <summary>Whether this is such a file.</summary>
    public static bool IsOne(string text) => text.TrimStart().StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase);

    /// <summary>The days of its events. Of repetitions only the plain yearly one is understood.</summary>
    public static Reading<ImmutableSortedSet<LocalDate>> Days(string text, LocalDate today) =>
        Read(text, today) is var (days, unclear) && unclear.Length > 0 ? HolidayReader.Unread("reminder.eventUnclear", "said", Problem.Said(unclear[0].Event)) : days;

    /// <summary>The days of its events, and the events that were not understood, with the line that each ends on, from 1.</summary>
    public static (ImmutableSortedSet<LocalDate> Days, ImmutableArray<(int Line, string Event)> Unclear) Read(string text, LocalDate today)
    {
        var days = ImmutableSortedSet.CreateBuilder<LocalDate>();
        var unclear = ImmutableArray.CreateBuilder<(int, string)>();
        Dictionary<string, string>? entry = null;
        foreach (var (number, line) in Unfold(text))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            var (name, value) = (line[..colon].Split(';')[0].Trim().ToUpperInvariant(), line[(colon + 1)..].Trim());
            var isEvent = value.Equals("VEVENT", StringComparison.OrdinalIgnoreCase);
            if (name == "BEGIN" && isEvent)
            {
                entry = new Dictionary<string, string>(StringComparer.Ordinal);
            }
            else if (name == "END" && isEvent && entry is not null)
            {
                if (Span(entry) is { } span)
                    days.UnionWith(Repeat(span, entry.ContainsKey("RRULE"), today));
                else
                    unclear.Add((number, entry.GetValueOrDefault("SUMMARY", entry.GetValueOrDefault("DTSTART", "VEVENT"))));
                entry = null;
            }
            else
            {
                entry?.TryAdd(name, value);
            }
        }

        return (days.ToImmutable(), unclear.ToImmutable());
    }

    /// <summary>The lines with their numbers; one that begins with a blank goes on with the one before.</summary>
    private static IEnumerable<(int Number, string Line)> Unfold(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var first = 0; first < lines.Length;)
        {
            var next = first + 1;
            while (next < lines.Length && lines[next] is [' ' or '\t', ..])
                next++;
            yield return (next, string.Concat(lines[first..next].Select((line, at) => at == 0 ? line : line[1..])));
            first = next;
        }
    }

    /// <summary>First day and number of days; null if they are missing, absurd, or repeated in a way that is not understood.</summary>
    private static (LocalDate First, int Count)? Span(Dictionary<string, string> entry)
    {
        if (Day(entry, "DTSTART") is not { } first || (entry.TryGetValue("RRULE", out var rule) && !IsYearly(rule)))
            return null;
        // The end is the day after the last one; without it, the event is one day long.
        var count = Day(entry, "DTEND") is { } end ? Math.Max(1, Period.DaysBetween(first, end)) : 1;
        return count <= LongestEvent ? (first, count) : null;
    }

    private static LocalDate? Day(Dictionary<string, string> entry, string name) =>
        entry.GetValueOrDefault(name) is { Length: >= 8 } value && Compact.Parse(value[..8]) is { Success: true, Value: { Year: > 1900 and < 2200 } day } ? day : null;

    private static bool IsYearly(string rule) => rule.ToUpperInvariant().Split(';', StringSplitOptions.RemoveEmptyEntries)
        .All(part => part is "FREQ=YEARLY" or "INTERVAL=1" || part.StartsWith("WKST=", StringComparison.Ordinal));

    private static IEnumerable<LocalDate> Repeat((LocalDate First, int Count) span, bool yearly, LocalDate today)
    {
        var years = yearly ? Enumerable.Range(Math.Max(0, today.Year - span.First.Year), Years) : [0];
        return years.SelectMany(year => Enumerable.Range(0, span.Count).Select(span.First.PlusYears(year).PlusDays));
    }
}
