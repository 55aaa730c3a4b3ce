using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads a calendar date.</summary>
public static class DateReader
{
    private const int LongestText = 100;

    /// <summary>
    /// Reads ISO dates, numeric dates, dates with a month's name, weekdays, and distances such as “in two weeks” or “a week from Monday”.
    /// </summary>
    /// <param name="text">What was typed, or the ISO value of a card's date input.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="today">The person's date now, between the years 1900 and 9900.</param>
    /// <param name="monthFirst">How 4/5/2026 is meant; dates with dots and dates that fit one way only are read that way.</param>
    /// <param name="allowPast">Whether a date without a year may be up to 60 days ago; otherwise it is the next one, today included.</param>
    /// <param name="limits">The dates that are accepted; null for any.</param>
    /// <returns>The date, or why there is none.</returns>
    /// <remarks>
    /// “Friday” and “this Friday” are the first Friday from today on; “next Friday” is the Friday of the ISO week after this one;
    /// “last Friday” is the latest Friday before today. People disagree about these: say the date back.
    /// </remarks>
    public static Reading<LocalDate> Read(
        string text, Words words, LocalDate today, bool monthFirst = false, bool allowPast = false, DateLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        if (text.Length > LongestText || DateParts.Of(text, words) is not { } parts)
            return Problem.Unread("date.unclear", text);
        var reading = Meaning([.. parts], new DateMaker(text, words, today, monthFirst, allowPast));
        return reading.Ok && limits?.Check(reading.Value, words) is { } problem ? problem : reading;
    }

    private static Reading<LocalDate> Meaning(DatePart[] parts, DateMaker make) => parts switch
    {
        [DatePart.Day day] => make.Today.PlusDays(day.Offset),
        [DatePart.Weekday day] => make.FromTodayOn(day.Iso),
        [DatePart.Which which, DatePart.Weekday day] => make.Weekday(which.Step, day.Iso),
        [DatePart.Weekday day, DatePart.Which which] => make.Weekday(which.Step, day.Iso),
        [DatePart.Which which, DatePart.Unit { Letter: 'w' }, DatePart.Weekday day] => make.InWeek(which.Step, day.Iso),
        [DatePart.Unit { Letter: 'w' }, DatePart.Which which, DatePart.Weekday day] => make.InWeek(which.Step, day.Iso),
        [DatePart.Weekday day, DatePart.Unit { Letter: 'w' }, DatePart.Which which] => make.InWeek(which.Step, day.Iso),
        [DatePart.Weekday day, DatePart.Which which, DatePart.Unit { Letter: 'w' }] => make.InWeek(which.Step, day.Iso),
        [DatePart.Weekday day, DatePart.In, DatePart.Num { Value: < 520 } count, DatePart.Unit { Letter: 'w' }] => make.InWeek(count.Value, day.Iso),
        [DatePart.Num count, DatePart.Unit unit] => make.Plus(make.Today, count.Value, unit.Letter, 1),
        [DatePart.In, DatePart.Num count, DatePart.Unit unit] => make.Plus(make.Today, count.Value, unit.Letter, 1),
        [DatePart.Num count, DatePart.Unit unit, DatePart.In] => make.Plus(make.Today, count.Value, unit.Letter, 1),
        [DatePart.Ago, DatePart.Num count, DatePart.Unit unit] => make.Plus(make.Today, count.Value, unit.Letter, -1),
        [DatePart.In, DatePart.Unit unit] => make.Plus(make.Today, 1, unit.Letter, 1),
        [DatePart.Num count, DatePart.Unit unit, DatePart.Ago] => make.Plus(make.Today, count.Value, unit.Letter, -1),
        [DatePart.Num count, DatePart.Unit unit, DatePart.From, .. var start] when start.Length > 0 => Shifted(start, count.Value, unit.Letter, make),
        [DatePart.Num { Ordinal: true } day, DatePart.Which which, DatePart.Unit { Letter: 'm' }] => make.DayOfMonth(day.Value, which.Step),
        [DatePart.Weekday day, .. var date] => make.Checked(Absolute(date, make), day.Iso),
        [.. var date, DatePart.Weekday day] => make.Checked(Absolute(date, make), day.Iso),
        _ => Absolute(parts, make),
    };

    // The start has fewer parts than the whole, so this ends.
    private static Reading<LocalDate> Shifted(DatePart[] start, int count, char unit, DateMaker make) =>
        Meaning(start, make) is { Ok: true, Value: var date } ? make.Plus(date, count, unit, 1) : make.Unclear;

    private static Reading<LocalDate> Absolute(DatePart[] parts, DateMaker make) => parts switch
    {
        [DatePart.Num { Digits: 4 } y, DatePart.Sign a, DatePart.Num m, DatePart.Sign b, DatePart.Num d] when a == b => make.Date(y.Value, m.Value, d.Value),
        [DatePart.Num p, DatePart.Sign a, DatePart.Num q, DatePart.Sign b, DatePart.Num y] when a == b && Short(p) && Short(q) && Year(y) => make.Numeric(p.Value, q.Value, y, a.Letter),
        [DatePart.Num p, DatePart.Sign a, DatePart.Num q] when Short(p) && Short(q) => make.Numeric(p.Value, q.Value, null, a.Letter),
        [DatePart.Num { Digits: 8 } n] => make.Date(n.Value / 10000, n.Value / 100 % 100, n.Value % 100),
        [DatePart.Num { Digits: 4 } y, DatePart.Month m, DatePart.Num d] => make.Date(y.Value, m.Number, d.Value),
        [DatePart.Num d, DatePart.Month m] => make.Nearest(m.Number, d.Value),
        [DatePart.Month m, DatePart.Num d] => make.Nearest(m.Number, d.Value),
        [DatePart.Num d, DatePart.Month m, DatePart.Num y] when Year(y) => make.Date(FullYear(y), m.Number, d.Value),
        [DatePart.Month m, DatePart.Num d, DatePart.Num y] when Year(y) => make.Date(FullYear(y), m.Number, d.Value),
        [DatePart.Num { Ordinal: true } d] => make.DayOfMonth(d.Value, null),
        _ => make.Unclear,
    };

    /// <summary>A year of two digits is one of this century.</summary>
    internal static int FullYear(DatePart.Num year) => year.Digits == 2 ? 2000 + year.Value : year.Value;

    private static bool Short(DatePart.Num number) => number.Digits is 1 or 2;

    private static bool Year(DatePart.Num number) => number.Digits is 2 or 4;
}
