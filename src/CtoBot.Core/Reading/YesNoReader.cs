namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class YesNoReader
{
    /// <summary>Reads.</summary>
    public static Reading<bool> Read(string text, Words words) =>
        throw new NotSupportedException();
}
