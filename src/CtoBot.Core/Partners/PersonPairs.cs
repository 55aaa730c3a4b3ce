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
