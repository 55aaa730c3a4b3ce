using System.Collections.Immutable;
using CtoBot.Core.Rollups;
using NodaTime;

namespace CtoBot.Core.Readout;

/// <summary>A table of the readout.</summary>
/// <param name="Id">For example <c>risks</c>; the same in every language.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">A value a column each.</param>
public sealed record ReadoutTable(string Id, string Title, ImmutableArray<string> Columns, ImmutableArray<ReadoutRow> Rows);

/// <summary>A row.</summary>
/// <param name="Values">A value a column.</param>
/// <param name="Customers">The ids of the customers that it is about; empty if it is about none in particular.</param>
/// <param name="Function">The function that it is about, a key of <see cref="Customers.Functions"/>; null if it is about none in particular.</param>
/// <param name="IsTotal">Whether it sums up the rows above.</param>
public sealed record ReadoutRow(ImmutableArray<ReadoutValue> Values, ImmutableArray<string> Customers, string? Function = null, bool IsTotal = false);

/// <summary>A value, as a person reads it and as a program does.</summary>
/// <param name="Shown">As a person reads it; empty for none.</param>
public abstract record ReadoutValue(string Shown)
{
    /// <summary>Nothing.</summary>
    public static ReadoutValue None { get; } = new Words("");

    /// <summary>Words; perhaps a person's own.</summary>
    public sealed record Words(string Shown) : ReadoutValue(Shown);

    /// <summary>A number without a unit.</summary>
    /// <param name="Shown">See <see cref="ReadoutValue.Shown"/>.</param>
    /// <param name="Value">The number.</param>
    public sealed record Number(string Shown, decimal Value) : ReadoutValue(Shown);

    /// <summary>A day.</summary>
    /// <param name="Shown">See <see cref="ReadoutValue.Shown"/>.</param>
    /// <param name="Date">The day.</param>
    public sealed record Day(string Shown, LocalDate Date) : ReadoutValue(Shown);

    /// <summary>Money, a currency at a time.</summary>
    /// <param name="Shown">See <see cref="ReadoutValue.Shown"/>.</param>
    /// <param name="Sum">The amounts.</param>
    public sealed record Total(string Shown, MoneyTotal Sum) : ReadoutValue(Shown);
}
