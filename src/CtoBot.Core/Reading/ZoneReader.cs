using NodaTime;

namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class ZoneReader
{
    /// <summary>Reads.</summary>
    public static Reading<ZoneChoice> Read(string text, ZoneIndex zones, Instant now) =>
        throw new NotSupportedException();
}
