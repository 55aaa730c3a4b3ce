namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class NumberReader
{
    /// <summary>Reads.</summary>
    public static Reading<decimal> Read(string text, Words words, bool decimalComma = false, decimal? min = null, decimal? max = null) =>
        throw new NotSupportedException();
}
