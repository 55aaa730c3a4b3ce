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
        string before;
        string after;
        decimal amount;
        var negative = false;
        if (Numeral.Find(line) is { } found)
        {
            if (!Numeral.TryRead(line[found.Start..found.End], decimalComma, out amount, out var big))
                return (null, big ? QuantityFault.Big : QuantityFault.Unclear);
            var typed = line[..found.Start].Trim();
            negative = typed.StartsWith('-') || typed.EndsWith('-');
            (before, after) = (typed.Trim('-', '+', '~', '≈'), line[found.End..]);
        }
        else if (WordNumber(line, words) is not { } number)
        {
            return (null, QuantityFault.Unclear);
        }
        else
        {
            (amount, before, after) = number;
        }
        var scan = new QuantityScan(words, amount);
        if (scan.TakeAll(before) is var fault and not QuantityFault.None)
            return (null, fault);
        // “Not 5” and “half a million”: a word before the number changes it, one after it is a unit.
        if (scan.Unit is not null)
            return (null, QuantityFault.Unclear);
        if (scan.TakeAll(after) is var other and not QuantityFault.None)
            return (null, other);
        if (scan.Amount > Largest)
            return (null, QuantityFault.Big);
        var plain = WithoutTrailingZeros(scan.Amount);
        return (new Quantity(negative ? -plain : plain, scan.Currencies, scan.Unit, scan.Percent), QuantityFault.None);
    }

    // 1.20 and 1.2 million are kept as 1.2 and 1200000. Division gives the shortest exact form.
    private static decimal WithoutTrailingZeros(decimal amount) => amount / 1.0000000000000000000000000000m;

    private static (decimal Value, string Before, string After)? WordNumber(string line, Words words)
    {
        var pieces = line.Replace('-', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var at = 0; at < pieces.Length; at++)
        {
            var next = at + 1 < pieces.Length ? pieces[at + 1] : "";
            var before = string.Join(' ', pieces[..at]);
            if (words.One.Contains(pieces[at]) && words.Multipliers.ContainsKey(next))
                return (1, before, string.Join(' ', pieces[(at + 1)..]));
            if (!words.Numbers.TryGetValue(pieces[at], out var value))
                continue;
            if (value is >= 20 and < 100 && words.Numbers.TryGetValue(next, out var ones) && ones is >= 1 and <= 9)
                return (value + ones, before, string.Join(' ', pieces[(at + 2)..]));
            return (value, before, string.Join(' ', pieces[(at + 1)..]));
        }
        return null;
    }
}
