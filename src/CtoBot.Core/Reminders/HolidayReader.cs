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
            { Value: var read } when read.Count > MostDays => Unread("reminder.daysMany", "max", scene.Texts.Number(MostDays)),
            { Value.IsEmpty: true } => Unread("reminder.daysNone"),
            _ => days.Value,
        };
    }

    /// <summary>The days as they can be read again.</summary>
    public static string Write(IEnumerable<LocalDate> days) => string.Join('\n', days.Select(LocalDatePattern.Iso.Format));

    /// <summary>Why there are no days, as a text with perhaps one value in it.</summary>
    internal static Problem Unread(string key, string name = "said", string value = "") =>
        new(key, ImmutableDictionary<string, string>.Empty.Add(name, value));

    private static Reading<ImmutableSortedSet<LocalDate>> Lines(string text, Scene scene)
    {
        var days = ImmutableSortedSet.CreateBuilder<LocalDate>();
        foreach (var line in text.Split(['\n', '\r', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            // A comma separates dates, unless it belongs to one ("Dec 25, 2026") or to its name.
            LocalDate?[] read = Date(line, scene) is { } date ? [date]
                : [.. line.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(part => Named(part, scene))];
            if (read.Contains(null))
                read = [Named(line, scene)];
            if (read is [] or [null])
                return Unread("reminder.dayUnclear", "said", Problem.Said(line));
            days.UnionWith(read.OfType<LocalDate>());
        }

        return days.ToImmutable();
    }

    private static LocalDate? Date(string text, Scene scene) =>
        DateReader.Read(text, scene.Content.Words, scene.Today, scene.Region.MonthFirst) is { Ok: true } read ? read.Value : null;

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
                if (part.Any(char.IsAsciiDigit) && Date(part, scene) is { } date)
                    return date;
            }
        }

        return null;
    }
}
