using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>What kept a text from being a quantity.</summary>
internal enum QuantityFault
{
    /// <summary>Nothing: there is a quantity.</summary>
    None,

    /// <summary>It is no number.</summary>
    Unclear,

    /// <summary>The number has more digits than are kept.</summary>
    Big,

    /// <summary>It looks like a currency's code but is none.</summary>
    Currency,
}

/// <summary>A number with what stands around it.</summary>
/// <param name="Amount">The number, multipliers applied.</param>
/// <param name="Currencies">The currencies that were named, likeliest first; empty when none was.</param>
/// <param name="Unit">Another word after the number, such as “people”; null for none.</param>
/// <param name="Percent">Whether a per cent sign stood there; the amount is as typed.</param>
internal sealed record Quantity(decimal Amount, ImmutableArray<string> Currencies, string? Unit, bool Percent)
{
    private const int LongestText = 100;
    private const decimal Largest = 1e16m;

    /// <summary>Scans a text for one number with a currency, multipliers, a unit and fillers around it, in any order.</summary>
    internal static (Quantity? Quantity, QuantityFault Fault) Scan(string text, Words words, bool decimalComma)
    {
        if (text.Length > LongestText)
            return (null, QuantityFault.Unclear);
        var line = Normalise.ForCompare(text);
        string around;
        decimal amount;
        var negative = false;
        if (Numeral.Find(line) is { } found)
        {
            if (!Numeral.TryRead(line[found.Start..found.End], decimalComma, out amount, out var big))
                return (null, big ? QuantityFault.Big : QuantityFault.Unclear);
            var before = line[..found.Start].Trim();
            negative = before.StartsWith('-') || before.EndsWith('-');
            around = before.Trim('-', '+', '~', '≈') + " " + line[found.End..];
        }
        else if (WordNumber(line, words) is not var (value, rest))
        {
            return (null, QuantityFault.Unclear);
        }
        else
        {
            (amount, around) = (value, rest);
        }
        var scan = new QuantityScan(words, amount);
        foreach (var piece in around.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            if (scan.Take(piece) is var fault and not QuantityFault.None)
                return (null, fault);
        if (scan.Amount > Largest)
            return (null, QuantityFault.Big);
        var plain = WithoutTrailingZeros(scan.Amount);
        return (new Quantity(negative ? -plain : plain, scan.Currencies, scan.Unit, scan.Percent), QuantityFault.None);
    }

    // 1.20 and 1.2 million are kept as 1.2 and 1200000. Division gives the shortest exact form.
    private static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static (decimal Value, string Around)? WordNumber(string line, Words words)
    {
        var pieces = line.Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.FindIndex(pieces, words.Numbers.ContainsKey);
        if (at < 0)
            return null;
        var value = words.Numbers[pieces[at]];
        var isTens = value is >= 20 and < 100;
        var used = isTens && at + 1 < pieces.Length && words.Numbers.TryGetValue(pieces[at + 1], out var ones) && ones is >= 1 and <= 9 ? ones : 0;
        return (value + used, string.Join(' ', pieces[..at].Concat(pieces[(at + (used > 0 ? 2 : 1))..])));
    }
}
