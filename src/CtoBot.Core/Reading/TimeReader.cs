using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads a time of day.</summary>
public static class TimeReader
{
    private const int LongestText = 100;

    /// <summary>Reads 7:30, 7.30, 0730, 7, 7 pm, 19h30, half past seven, noon and ISO times.</summary>
    /// <param name="text">What was typed, or the ISO value of a card's time input.</param>
    /// <param name="words">The language's words.</param>
    /// <returns>The time, or why there is none. An hour without am or pm is one of the 24-hour clock: 7 is in the morning.</returns>
    public static Reading<LocalTime> Read(string text, Words words)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        if (text.Length > LongestText || TimeParts.Of(text, words) is not { } parts)
            return Problem.Unread("time.unclear", text);
        var halves = parts.OfType<TimePart.Half>().ToList();
        parts.RemoveAll(part => part is TimePart.Half);
        if (parts is [.., not TimePart.Hour, TimePart.Hour])
            parts.RemoveAt(parts.Count - 1);
        if (halves.Count > 1 || Clock([.. parts]) is not { } clock)
            return Problem.Unread("time.unclear", text);
        return Time(clock, halves.FirstOrDefault()) is { } time ? time : Problem.Unread("time.impossible", text);
    }

    private static (int Hour, int Minute, int Second)? Clock(TimePart[] parts) => parts switch
    {
        [TimePart.Named named] => (named.Time.Hour, named.Time.Minute, 0),
        [TimePart.Num { Value: 12 }, TimePart.Named named] => (named.Time.Hour, named.Time.Minute, 0),
        [TimePart.Num { Digits: <= 2 } h] => (h.Value, 0, 0),
        [TimePart.Num { Digits: 3 or 4 } n] => (n.Value / 100, n.Value % 100, 0),
        [TimePart.Num { Digits: <= 2 } h, TimePart.Sign, TimePart.Num { Digits: 2 } m] => (h.Value, m.Value, 0),
        [TimePart.Num { Digits: <= 2 } h, TimePart.Num { Digits: 2 } m] => (h.Value, m.Value, 0),
        [TimePart.Num { Digits: <= 2 } h, TimePart.Hour, TimePart.Num { Digits: <= 2 } m] => (h.Value, m.Value, 0),
        [TimePart.Hour, TimePart.Num { Digits: <= 2 } h] => (h.Value, 0, 0),
        [TimePart.Hour, TimePart.Num { Digits: <= 2 } h, TimePart.Sign, TimePart.Num { Digits: 2 } m] => (h.Value, m.Value, 0),
        [TimePart.Num { Digits: <= 2 } h, TimePart.Hour, TimePart.Minutes part] => (h.Value, part.Count, 0),
        [TimePart.Num { Digits: <= 2 } h, TimePart.Beside beside, TimePart.Minutes part] => Beside(h.Value, part.Count * beside.Direction),
        [TimePart.Num { Digits: <= 2 } h, TimePart.Hour, TimePart.Beside beside, TimePart.Minutes part] => Beside(h.Value, part.Count * beside.Direction),
        [TimePart.Num { Digits: 2 } h, TimePart.Sign, TimePart.Num { Digits: 2 } m, TimePart.Sign, TimePart.Num { Digits: 2 } s] => (h.Value, m.Value, s.Value),
        [TimePart.Minutes part, TimePart.Beside beside, TimePart.Num { Digits: <= 2 } h] => Beside(h.Value, part.Count * beside.Direction),
        [TimePart.Num { Digits: <= 2 } part, TimePart.Beside beside, TimePart.Num { Digits: <= 2 } h] when part.Value < 60 => Beside(h.Value, part.Value * beside.Direction),
        _ => null,
    };

    private static (int Hour, int Minute, int Second)? Beside(int hour, int minutes) =>
        minutes >= 0 ? (hour, minutes, 0) : (hour == 0 ? 23 : hour - 1, 60 + minutes, 0);

    private static LocalTime? Time((int Hour, int Minute, int Second) clock, TimePart.Half? half)
    {
        if (clock.Hour > 23 || clock.Minute > 59 || clock.Second > 59)
            return null;
        int? hour = (half?.AfterNoon, clock.Hour) switch
        {
            (null, var h) => h,
            (false, 12) => 0,
            (false, > 12) => null,
            (true, 0) => null,
            (true, < 12) => clock.Hour + 12,
            _ => clock.Hour,
        };
        return hour is { } known ? new LocalTime(known, clock.Minute, clock.Second) : null;
    }
}
