using System.Collections.Immutable;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Rollups;

/// <summary>A sum of money, a currency at a time: nothing is converted.</summary>
/// <param name="Amounts">One amount a currency, by currency code. A currency of which nothing is left after a subtraction stays, with 0.</param>
public sealed record MoneyTotal(ImmutableArray<Money> Amounts)
{
    /// <summary>Of nothing.</summary>
    public static MoneyTotal None { get; } = new(ImmutableArray<Money>.Empty);

    /// <summary>Whether nothing was summed.</summary>
    public bool IsNone => Amounts.IsEmpty;

    /// <summary>The sum; null counts nothing.</summary>
    public static MoneyTotal Of(params IEnumerable<Money?> amounts) => new(
    [
        .. amounts
            .Where(amount => amount is not null)
            .GroupBy(amount => amount!.Value.Currency, amount => amount!.Value.Amount, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Money(group.Sum(), group.Key)),
    ]);

    /// <summary>The sum in this currency, 0 when there is none.</summary>
    public decimal In(string currency) => Amounts.FirstOrDefault(amount => amount.Currency == currency).Amount;

    /// <summary>What is left, a currency at a time; below 0 where more is taken than there is.</summary>
    public MoneyTotal Minus(MoneyTotal other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Of(Amounts.Concat(other.Amounts.Select(amount => amount with { Amount = -amount.Amount })).Select(amount => (Money?)amount));
    }

    /// <summary>Totals are equal when their amounts are.</summary>
    public bool Equals(MoneyTotal? other) => other is not null && Amounts.SequenceEqual(other.Amounts);

    /// <inheritdoc/>
    public override int GetHashCode() => Amounts.Aggregate(0, HashCode.Combine);

    /// <summary>For example <c>120000 EUR + 5000 USD</c>.</summary>
    public override string ToString() => string.Join(" + ", Amounts);
}
