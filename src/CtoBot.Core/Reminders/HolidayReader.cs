using System.Collections.Immutable;
using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Reminders;

/// <summary>Reads days off: dates a line, or a calendar file.</summary>
internal static class HolidayReader
{
    /// <summary>A year of days off is a pause.</summary>
    private const int MostDays = 366;

    /// <summary>A name beside a date has no more words than this.</summary>
    private const int MostWords = 12;

    /// <summary>The days, or what could not be read. "None" is no day.</summary>
    public static Reading<ImmutableSortedSet<LocalDate>> Read(string text, Scene scene)
    {
        var words = scene.Content.Words;
        if (words.None.Contains(Normalise.ForCompare(text).Trim('.', '!')))
            return ImmutableSortedSet<LocalDate>.Empty;
        var days = CalendarFile.IsOne(text) ? CalendarFile.Days(text, scene.Today) : Lines(text, scene);
        return days switch
        {
            { Ok: false } => days.Problem,
            { Value: var read } when read.Count > MostDays => Problem.Of("holidays.many", ("max", scene.Texts.Number(MostDays))),
            { Value.IsEmpty: true } => Problem.Of("holidays.none"),
            _ => days.Value,
        };
    }

    /// <summary>The days as they can be read again.</summary>
    public static string Write(IEnumerable<LocalDate> days) => string.Join('\n', days.Select(LocalDatePattern.Iso.Format));

    private static Reading<ImmutableSortedSet<LocalDate>> Lines(string text, Scene scene)
    {
        var days = ImmutableSortedSet.CreateBuilder<LocalDate>();
        foreach (var line in text.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A comma separates dates, unless it belongs to one: "Dec 25, 2026".
            var whole = Named(line, scene);
            var read = whole is not null ? [whole] : line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Named(part, scene)).ToArray();
            if (read.Length == 0 || read.Contains(null))
                return Problem.Unread("holidays.unclear", line);
            days.UnionWith(read.OfType<LocalDate>());
        }

        return days.ToImmutable();
    }

    /// <summary>A date with perhaps its name before or behind it: "2026-12-25 Christmas Day"; the longest stretch that is a date counts.</summary>
    private static LocalDate? Named(string text, Scene scene)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > MostWords)
            return null;
        for (var length = words.Length; length > 0; length--)
        {
            foreach (var from in (int[])[0, words.Length - length])
            {
                var part = string.Join(' ', words[from..(from + length)]).Trim(':', ',', '-', '–');
                if (part.Any(char.IsAsciiDigit) && DateReader.Read(part, scene.Content.Words, scene.Today, scene.Region.MonthFirst) is { Ok: true } read)
                    return read.Value;
            }
        }

        return null;
    }
}
