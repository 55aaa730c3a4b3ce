using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>What a person's own state knows of their partnerships: which, and what is yet to be taken into them.</summary>
public sealed record PersonPairs
{
    /// <summary>Nothing.</summary>
    public static PersonPairs None { get; } = new();

    /// <summary>The ids of the partnerships, the latest last. Whether the person is a member is for the partnership to say.</summary>
    public ImmutableList<string> Ids { get; init; } = [];

    /// <summary>What is to be taken into a partnership, in order.</summary>
    public ImmutableList<PairIntent> Pending { get; init; } = [];

    /// <summary>The number of the latest intent.</summary>
    public long LastNumber { get; init; }

    /// <summary>
    /// The check-ins of what was agreed. A copy of what the partnerships say (<see cref="Partners.CheckIns.Remember"/>), so that nothing else has to
    /// be read to know when the person is to be told next.
    /// </summary>
    public ImmutableList<PairCheckIns> CheckIns { get; init; } = [];

    /// <summary>Everything that the person's state refers to.</summary>
    [JsonIgnore]
    public IEnumerable<string> All => Ids.Concat(Pending.Select(intent => intent.PairId)).Distinct(StringComparer.Ordinal);

    /// <summary>These with one more intent.</summary>
    public PersonPairs Want(string pairId, Instant at, PairAct act) => this with
    {
        Ids = act is PairAct.Decline || Ids.Contains(pairId) ? Ids : Ids.Add(pairId),
        Pending = Pending.Add(new PairIntent(LastNumber + 1, pairId, at, act)),
        LastNumber = LastNumber + 1,
    };
}

/// <summary>The check-ins of a partnership, as reminders need them.</summary>
/// <param name="PairId">The partnership.</param>
/// <param name="With">The part of the other: no name of theirs is kept here.</param>
/// <param name="AgreedOn">See <see cref="PartnershipState.AgreedOn"/>.</param>
/// <param name="Held">The days of those that were held, in order.</param>
public sealed record PairCheckIns(string PairId, PartnerRole With, LocalDate AgreedOn, ImmutableList<int> Held)
{
    /// <summary>The check-ins that were not held, with their dates.</summary>
    [JsonIgnore]
    public IEnumerable<(int Day, LocalDate On)> Open => Partners.CheckIns.Dates(AgreedOn).Where(date => !Held.Contains(date.Day));

    /// <summary>Whether both say the same.</summary>
    internal bool SameAs(PairCheckIns other) => PairId == other.PairId && With == other.With && AgreedOn == other.AgreedOn && Held.SequenceEqual(other.Held);
}
