using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class TimeReader
{
    /// <summary>Reads.</summary>
    public static Reading<LocalTime> Read(string text, Words words) =>
        throw new NotSupportedException();
}
