using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>The dates a question accepts.</summary>
/// <param name="Min">The first accepted date; null for no limit.</param>
/// <param name="Max">The last accepted date; null for no limit.</param>
public sealed record DateLimits(LocalDate? Min = null, LocalDate? Max = null)
{
    /// <summary>Holds a date against the limits.</summary>
    /// <param name="date">The date.</param>
    /// <param name="words">The language in which a problem names the dates.</param>
    /// <returns>Null when the date is accepted, otherwise what is wrong.</returns>
    public Problem? Check(LocalDate date, Words words)
    {
        ArgumentNullException.ThrowIfNull(words);
        if (date < Min)
            return Problem.Of("date.early", ("said", words.Say(date)), ("min", words.Say(Min.Value)));
        if (date > Max)
            return Problem.Of("date.late", ("said", words.Say(date)), ("max", words.Say(Max.Value)));
        return null;
    }
}
