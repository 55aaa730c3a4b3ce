using System.Collections.Immutable;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>When the two look at what they agreed: 30, 60 and 90 days after both had signed.</summary>
public static class CheckIns
{
    /// <summary>The days after the agreement.</summary>
    public static ImmutableArray<int> Days { get; } = [30, 60, 90];

    /// <summary>Every check-in with its date; none before the agreement.</summary>
    public static ImmutableArray<(int Day, LocalDate On)> Dates(PartnershipState pair) =>
        pair.AgreedOn is { } agreed ? [.. Days.Select(day => (day, agreed.PlusDays(day)))] : [];

    /// <summary>The next one that was not held, or null.</summary>
    public static (int Day, LocalDate On)? Next(PartnershipState pair) =>
        Dates(pair) is var dates && dates.FirstOrDefault(date => pair.CheckIns.All(held => held.Day != date.Day)) is { Day: > 0 } next ? next : null;

    /// <summary>The one that is due on a date, the latest if several are: an earlier one that was missed is not made up for. Null for none.</summary>
    public static int? Due(PartnershipState pair, LocalDate today) =>
        Dates(pair).LastOrDefault(date => date.On <= today) is { Day: > 0 } due && pair.CheckIns.All(held => held.Day < due.Day) ? due.Day : null;
}
