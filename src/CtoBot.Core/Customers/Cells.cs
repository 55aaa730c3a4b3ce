using CtoBot.Core.Reading;
using NodaTime;
using NodaTime.Text;

namespace CtoBot.Core.Customers;

/// <summary>Reads the cells of a <see cref="Row"/> in the form that <see cref="ColumnKind"/> documents. A cell that is not in it counts as empty: what is kept may be older than the columns.</summary>
internal static class Cells
{
    // As MoneyReader; beyond it sums could overflow.
    private const decimal GreatestAmount = 1e16m;

    /// <summary>The words of a cell, exactly; or null.</summary>
    public static string? Text(this Row row, string column) =>
        row.Cells.TryGetValue(column, out var words) && !string.IsNullOrWhiteSpace(words) ? words : null;

    /// <summary>The day in a cell, or null.</summary>
    public static LocalDate? Day(this Row row, string column) =>
        row.Text(column) is { } cell && LocalDatePattern.Iso.Parse(cell) is { Success: true } day ? day.Value : null;

    /// <summary>The amount in a cell, or null.</summary>
    public static Money? Money(this Row row, string column) =>
        row.Text(column) is { } cell && Reading.Money.TryParse(cell, out var money) && Math.Abs(money.Amount) < GreatestAmount ? money : null;

    /// <summary>The option in a cell whose value is the name in lower case, or null.</summary>
    public static T? Option<T>(this Row row, string column) where T : struct, Enum
    {
        var cell = row.Text(column);
        foreach (var option in Enum.GetValues<T>())
        {
            if (string.Equals(option.ToString(), cell, StringComparison.OrdinalIgnoreCase))
                return option;
        }

        return null;
    }
}
