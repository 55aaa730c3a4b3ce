using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class DateReader
{
    /// <summary>Reads.</summary>
    public static Reading<LocalDate> Read(string text, Words words, LocalDate today, bool monthFirst = false, bool allowPast = false, DateLimits? limits = null) =>
        throw new NotSupportedException();
}
