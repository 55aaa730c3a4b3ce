namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class ScaleReader
{
    /// <summary>Reads.</summary>
    public static Reading<int> Read(string text, Words words, int min = 1, int max = 5) =>
        throw new NotSupportedException();
}
