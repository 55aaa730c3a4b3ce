namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class ClosestMatch
{
    /// <summary>Reads.</summary>
    public static string? Find(string said, IEnumerable<string> candidates) =>
        throw new NotSupportedException();
}
