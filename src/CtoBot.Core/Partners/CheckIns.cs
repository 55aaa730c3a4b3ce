using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>When the two look at what they agreed: 30, 60 and 90 days after both had signed.</summary>
public static class CheckIns
{
    /// <summary>The days after the agreement.</summary>
    public static ImmutableArray<int> Days { get; } = [30, 60, 90];

    /// <summary>Every check-in with its date; none before the agreement.</summary>
    public static ImmutableArray<(int Day, LocalDate On)> Dates(PartnershipState pair) =>
        pair.AgreedOn is { } agreed ? Dates(agreed) : [];

    /// <summary>Every check-in of an agreement with its date.</summary>
    /// <param name="agreed">The day on which both had signed.</param>
    public static ImmutableArray<(int Day, LocalDate On)> Dates(LocalDate agreed) => [.. Days.Select(day => (day, agreed.PlusDays(day)))];

    /// <summary>The next one that was not held, or null.</summary>
    public static (int Day, LocalDate On)? Next(PartnershipState pair) =>
        Dates(pair) is var dates && dates.FirstOrDefault(date => pair.CheckIns.All(held => held.Day != date.Day)) is { Day: > 0 } next ? next : null;

    /// <summary>
    /// The person's state with what these partnerships say of their check-ins; the same object if it says so already. Of partnerships that are
    /// not given nothing changes. Nobody checks in with somebody who is gone.
    /// </summary>
    /// <param name="state">The person's state.</param>
    /// <param name="personId">The person.</param>
    /// <param name="among">Partnerships; those that the person is no member of say nothing.</param>
    public static PersonState Remember(PersonState state, string personId, params IReadOnlyCollection<PartnershipState> among)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(among);
        if (state.Pairs is not { } pairs)
            return state;
        var said = among.Select(pair => Of(pair, personId)).OfType<PairCheckIns>();
        var known = pairs.CheckIns.RemoveAll(kept => among.Any(pair => pair.Id == kept.PairId)).AddRange(said).Sort((a, b) => string.CompareOrdinal(a.PairId, b.PairId));
        return known.Count == pairs.CheckIns.Count && known.Zip(pairs.CheckIns).All(both => both.First.SameAs(both.Second))
            ? state
            : state with { Pairs = pairs with { CheckIns = known } };
    }

    private static PairCheckIns? Of(PartnershipState pair, string personId) =>
        pair.SlotOf(personId) is { } slot && pair.AgreedOn is { } agreed && pair.Members.TrueForAll(member => !member.IsGone)
            ? new PairCheckIns(pair.Id, pair.Members[1 - slot].Role, agreed, [.. pair.CheckIns.Select(held => held.Day)])
            : null;

    /// <summary>The one that is due on a date, the latest if several are: an earlier one that was missed is not made up for. Null for none.</summary>
    public static int? Due(PartnershipState pair, LocalDate today) =>
        Dates(pair).LastOrDefault(date => date.On <= today) is { Day: > 0 } due && pair.CheckIns.All(held => held.Day < due.Day) ? due.Day : null;
}
