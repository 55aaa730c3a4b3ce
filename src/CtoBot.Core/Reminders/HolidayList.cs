using System.Collections.Immutable;
using CtoBot.Core.Content;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Reminders;

/// <summary>
/// The operator's public holidays: an iCalendar file (RFC 5545), or a list with a date at the beginning of each line
/// ("2026-12-25 Christmas Day"). Blank lines and those that begin with "#" are left out.
/// </summary>
public static class HolidayList
{
    /// <summary>Reads the file.</summary>
    /// <param name="name">What it is called in an error.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="today">Of a holiday that returns every year, the days from this year on are taken.</param>
    /// <exception cref="ContentException">Names the file and every line that is not understood, with the reason.</exception>
    public static ImmutableSortedSet<LocalDate> Read(string name, string text, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (days, problems) = CalendarFile.IsOne(text) ? Events(text, today) : Lines(text);
        if (problems.IsEmpty && days.IsEmpty)
            problems = ["there is no day in it"];
        return problems.IsEmpty ? days : throw new ContentException([.. problems.Select(problem => $"{name}: {problem}.")]);
    }

    private static (ImmutableSortedSet<LocalDate> Days, ImmutableArray<string> Problems) Events(string text, LocalDate today)
    {
        var (days, unclear) = CalendarFile.Read(text, today);
        return (days, [.. unclear.Select(item => FormattableString.Invariant(
            $"line {item.Line}: the event '{item.Event}' ends here, and has no whole days from DTSTART to DTEND, too many of them, or an RRULE other than FREQ=YEARLY"))]);
    }

    private static (ImmutableSortedSet<LocalDate> Days, ImmutableArray<string> Problems) Lines(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select((line, at) => (Number: at + 1, Text: line.Trim()))
            .Where(line => line.Text.Length > 0 && line.Text[0] != '#')
            .Select(line => (line.Number, line.Text, Day: Day(line.Text)))
            .ToArray();
        return (
            [.. lines.Select(line => line.Day).OfType<LocalDate>()],
            [.. lines.Where(line => line.Day is null).Select(line => FormattableString.Invariant($"line {line.Number}: '{line.Text}' does not begin with a date such as 2026-12-25"))]);
    }

    private static LocalDate? Day(string line) => LocalDatePattern.Iso.Parse(line.Split([' ', '\t', ',', ';'], 2)[0]) is { Success: true } read ? read.Value : null;
}
