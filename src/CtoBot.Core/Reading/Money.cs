using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>An amount of money.</summary>
/// <param name="Amount">The amount in units of the currency (euros, not cents).</param>
/// <param name="Currency">The ISO 4217 code, upper case, for example <c>EUR</c>.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Invariant form that <see cref="MoneyReader"/> reads back without a decimal comma, for example <c>1200.5 EUR</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");
}
