namespace CtoBot.Core.Reading;

/// <summary>Reads an amount of money.</summary>
public static class MoneyReader
{
    /// <summary>Reads €1.2m, 120k EUR, $100,000, 100 000 kr.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="words">The language's words.</param>
    /// <param name="defaultCurrency">The ISO 4217 code when none is said, and the one meant by a shared sign such as $ or kr.</param>
    /// <param name="decimalComma">As for <see cref="NumberReader.Read"/>.</param>
    /// <param name="min">The least accepted amount in any currency; null for any.</param>
    /// <param name="max">The greatest accepted amount in any currency; null for any.</param>
    /// <returns>The amount, below 10^16 and with at most ten decimals, or why there is none.</returns>
    public static Reading<Money> Read(
        string text, Words words, string defaultCurrency, bool decimalComma = false, decimal? min = null, decimal? max = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(defaultCurrency);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        var (quantity, fault) = Quantity.Scan(text, words, decimalComma);
        if (fault is QuantityFault.Big)
            return Problem.Unread("number.big", text);
        if (fault is QuantityFault.Currency)
            return Problem.Unread("money.currency", text);
        if (quantity is null || quantity.Percent || quantity.Unit is not null)
            return Problem.Unread("money.unclear", text);
        if (quantity.Amount < min)
            return Problem.Of("money.low", ("said", Problem.Said(text)), ("min", NumberReader.Format(min.Value, decimalComma)));
        if (quantity.Amount > max)
            return Problem.Of("money.high", ("said", Problem.Said(text)), ("max", NumberReader.Format(max.Value, decimalComma)));
        var currency = quantity.Currencies switch
        {
            [] => defaultCurrency,
            var meant when meant.Contains(defaultCurrency) => defaultCurrency,
            [var likeliest, ..] => likeliest,
        };
        return new Money(quantity.Amount, currency);
    }

    /// <summary>An amount in the form that <see cref="Read"/> reads back with the same decimal separator.</summary>
    public static string Format(Money money, bool decimalComma = false) =>
        $"{NumberReader.Format(money.Amount, decimalComma)} {money.Currency}";
}
