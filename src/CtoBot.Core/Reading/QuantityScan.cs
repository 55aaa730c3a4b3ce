using System.Collections.Immutable;

namespace CtoBot.Core.Reading;

/// <summary>Takes the words around a number one by one.</summary>
/// <param name="words">The language's words.</param>
/// <param name="amount">The number itself.</param>
internal sealed class QuantityScan(Words words, decimal amount)
{
    private const int LongestPiece = 24;
    private const decimal Largest = 1e16m;

    internal decimal Amount { get; private set; } = amount;

    internal ImmutableArray<string> Currencies { get; private set; } = [];

    internal string? Unit { get; private set; }

    internal bool Percent { get; private set; }

    /// <summary>Takes words until one does not fit.</summary>
    internal QuantityFault TakeAll(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Take).FirstOrDefault(fault => fault is not QuantityFault.None);

    private QuantityFault Take(string piece)
    {
        var word = piece.Trim('.', ',', '-', '!', '?', '/', ':');
        if (word.Length == 0)
            return QuantityFault.None;
        if (word.Length > LongestPiece)
            return QuantityFault.Unclear;
        if (word == "%" && !Percent)
            return Set(() => Percent = true);
        if (Known(word) || words.Fillers.Contains(word))
            return Amount > Largest ? QuantityFault.Big : QuantityFault.None;
        // 120k€, 5keur, 3m$: a multiplier and a currency written together.
        for (var cut = 1; cut < word.Length; cut++)
            if (IsMultiplier(word[..cut]) && IsCurrency(word[cut..]) || IsCurrency(word[..cut]) && IsMultiplier(word[cut..]))
                return Take(word[..cut]) is var fault and not QuantityFault.None ? fault : Take(word[cut..]);
        return Other(word);
    }

    private bool Known(string word)
    {
        if (words.Multipliers.TryGetValue(word, out var factor))
        {
            Amount = Amount > Largest / factor ? decimal.MaxValue : Amount * factor;
            return true;
        }
        if (!IsCurrency(word) || !Currencies.IsEmpty)
            return false;
        Currencies = words.Currencies.GetValueOrDefault(word, [word.ToUpperInvariant()]);
        return true;
    }

    private bool IsMultiplier(string word) => words.Multipliers.ContainsKey(word);

    private bool IsCurrency(string word) =>
        words.Currencies.ContainsKey(word) || Reading.Currencies.IsCode(word.ToUpperInvariant());

    private QuantityFault Other(string word)
    {
        if (!word.All(Token.IsLetter))
            return QuantityFault.Unclear;
        // A misspelt multiplier taken for a unit would change the number a thousandfold.
        if (word.Length >= 4 && ClosestMatch.FindAll(word, words.Multipliers.Keys.Where(known => known.Length >= 4)) is [var meant, ..])
            return Take(meant);
        if (word.Length == 3 && Currencies.IsEmpty)
            return QuantityFault.Currency;
        return Unit is null && word.Length > 2 ? Set(() => Unit = word) : QuantityFault.Unclear;
    }

    private static QuantityFault Set(Action change)
    {
        change();
        return QuantityFault.None;
    }
}
