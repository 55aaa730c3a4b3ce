namespace CtoBot.Core.Reading;

/// <summary>Reads text.</summary>
public static class MoneyReader
{
    /// <summary>Reads.</summary>
    public static Reading<Money> Read(string text, Words words, string defaultCurrency, bool decimalComma = false, decimal? min = null, decimal? max = null) =>
        throw new NotSupportedException();
}
