using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>Reads a number.</summary>
public static class NumberReader
{
    /// <summary>Reads 1,200 and 1.200,5 and 1 200, 12k, 1.5 million, four; a unit or per cent sign after it is left out.</summary>
    /// <param name="text">What was typed, or the value of a card's number input (with <paramref name="decimalComma"/> false).</param>
    /// <param name="words">The language's words.</param>
    /// <param name="decimalComma">How 1,200 is meant: 1.2 when true, 1200 when false. What fits one way only is read that way.</param>
    /// <param name="min">The least accepted number; null for any.</param>
    /// <param name="max">The greatest accepted number; null for any.</param>
    /// <returns>The number, below 10^16 and with at most ten decimals, or why there is none.</returns>
    public static Reading<decimal> Read(
        string text, Words words, bool decimalComma = false, decimal? min = null, decimal? max = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(words);
        if (string.IsNullOrWhiteSpace(text))
            return Problem.Of("empty");
        var (quantity, fault) = Quantity.Scan(text, words, decimalComma);
        if (quantity is null)
            return Problem.Unread(fault is QuantityFault.Big ? "number.big" : "number.unclear", text);
        if (quantity.Amount < min)
            return Problem.Of("number.low", ("said", Problem.Said(text)), ("min", Format(min.Value, decimalComma)));
        if (quantity.Amount > max)
            return Problem.Of("number.high", ("said", Problem.Said(text)), ("max", Format(max.Value, decimalComma)));
        return quantity.Amount;
    }

    /// <summary>A number in the form that <see cref="Read"/> reads back with the same decimal separator; no digits are grouped.</summary>
    public static string Format(decimal number, bool decimalComma = false)
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        return decimalComma ? text.Replace('.', ',') : text;
    }
}
