using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Works out dates from their parts, seen from one day.</summary>
/// <param name="text">What was typed, for problems.</param>
/// <param name="words">The language's words.</param>
/// <param name="today">The person's date now.</param>
/// <param name="monthFirst">Whether the month comes first in numeric dates.</param>
/// <param name="allowPast">Whether a date without a year may lie a little back.</param>
internal sealed class DateMaker(string text, Words words, LocalDate today, bool monthFirst, bool allowPast)
{
    private const int RecentDays = 60;

    // 29 February returns after eight years at the latest, over 2100.
    private const int LongestGapOfYears = 8;

    internal LocalDate Today => today;

    internal Problem Unclear => Problem.Unread("date.unclear", text);

    private Problem Impossible => Problem.Unread("date.impossible", text);

    internal LocalDate FromTodayOn(int isoDay) => today.PlusDays((isoDay - (int)today.DayOfWeek + 7) % 7);

    internal LocalDate Weekday(int step, int isoDay) => step switch
    {
        0 => FromTodayOn(isoDay),
        < 0 => today.PlusDays(-(((int)today.DayOfWeek - isoDay + 6) % 7) - 1),
        _ => InWeek(step, isoDay),
    };

    internal LocalDate InWeek(int weeks, int isoDay) => today.PlusDays(isoDay - (int)today.DayOfWeek).PlusWeeks(weeks);

    internal Reading<LocalDate> Plus(LocalDate start, int count, char unit, int sign)
    {
        var (farthest, period) = unit switch
        {
            'd' => (3650, Period.FromDays(count)),
            'w' => (520, Period.FromWeeks(count)),
            'm' => (120, Period.FromMonths(count)),
            _ => (10, Period.FromYears(count)),
        };
        if (count > farthest)
            return Problem.Unread("date.far", text);
        return sign > 0 ? start.Plus(period) : start.Minus(period);
    }

    internal Reading<LocalDate> Date(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : Impossible;

    internal Reading<LocalDate> Numeric(int first, int second, DatePart.Num? year, char separator)
    {
        var (day, month) = monthFirst && separator != '.' ? (second, first) : (first, second);
        if (month > 12 && day <= 12)
            (day, month) = (month, day);
        return year is null ? Nearest(month, day) : Date(DateReader.FullYear(year), month, day);
    }

    /// <summary>The nearest date with this month and day: from today on, or shortly ago where that is allowed.</summary>
    internal Reading<LocalDate> Nearest(int month, int day)
    {
        var earliest = allowPast ? today.PlusDays(-RecentDays) : today;
        for (var year = earliest.Year; year <= earliest.Year + LongestGapOfYears; year++)
            if (Date(year, month, day) is { Ok: true, Value: var date } && date >= earliest)
                return date;
        return Impossible;
    }

    /// <summary>A day of the month in the month that is some months away, or in the next that has it.</summary>
    internal Reading<LocalDate> DayOfMonth(int day, int? monthsAway)
    {
        if (day is < 1 or > 31)
            return Impossible;
        var earliest = allowPast && monthsAway is null ? today.PlusDays(-RecentDays / 2) : today;
        var first = new LocalDate(earliest.Year, earliest.Month, 1);
        if (monthsAway is { } away)
        {
            first = first.PlusMonths(away);
            return Date(first.Year, first.Month, day);
        }
        // No two months without a 31st follow each other, so the third month has it.
        for (var month = first; month <= first.PlusMonths(3); month = month.PlusMonths(1))
            if (Date(month.Year, month.Month, day) is { Ok: true, Value: var date } && date >= earliest)
                return date;
        return Impossible;
    }

    /// <summary>Holds a date against the weekday that was said with it.</summary>
    internal Reading<LocalDate> Checked(Reading<LocalDate> reading, int isoDay)
    {
        if (!reading.Ok || (int)reading.Value.DayOfWeek == isoDay)
            return reading;
        return Problem.Of(
            "date.weekday",
            ("said", Problem.Said(text)),
            ("date", words.Say(reading.Value)),
            ("weekday", words.WeekdayNames[(int)reading.Value.DayOfWeek - 1]));
    }
}
