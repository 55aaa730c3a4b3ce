using System.Globalization;

namespace CtoBot.Core.Reading;

/// <summary>An amount of money.</summary>
/// <param name="Amount">The amount in units of the currency (euros, not cents).</param>
/// <param name="Currency">The ISO 4217 code, upper case, for example <c>EUR</c>.</param>
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>Invariant form that <see cref="MoneyReader"/> reads back without a decimal comma, for example <c>1200.5 EUR</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    /// <summary>Reads <see cref="ToString"/> back.</summary>
    public static bool TryParse(string text, out Money money)
    {
        ArgumentNullException.ThrowIfNull(text);
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var ok = decimal.TryParse(space < 0 ? text : text[..space], NumberStyles.Number, CultureInfo.InvariantCulture, out var amount);
        money = ok && space > 0 ? new Money(amount, text[(space + 1)..]) : default;
        return ok && space > 0;
    }
}
