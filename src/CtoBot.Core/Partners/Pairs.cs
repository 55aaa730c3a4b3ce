using CtoBot.Core.State;

namespace CtoBot.Core.Partners;

/// <summary>A partnership as one of the two sees it.</summary>
/// <param name="Pair">The partnership.</param>
/// <param name="Slot">Whose view it is.</param>
internal sealed record Seat(PartnershipState Pair, int Slot)
{
    /// <summary>The slot of the other.</summary>
    public int Other => 1 - Slot;

    /// <summary>Whose view it is.</summary>
    public Member Me => Pair.Members[Slot];

    /// <summary>The other, or null before anybody accepted.</summary>
    public Member? Them => Pair.Members.Count > Other ? Pair.Members[Other] : null;

    /// <summary>Whether the CMO's chat is this one.</summary>
    public bool IsCmo => Me.Role == PartnerRole.Cmo;

    /// <summary>Whether a question can be answered in private now.</summary>
    public bool MayAnswer(string question) =>
        Pair.IsHeld && Pair.Mode == HoldingMode.Apart && Pair.Question(question) is { Revealed: null, Joint: null, IsReopened: false };
}

/// <summary>Finds what a person may touch. The one place that decides it.</summary>
internal static class Pairs
{
    /// <summary>The person's seat in a partnership, or null: for no member it is the same as if there were none.</summary>
    public static Seat? Find(Scene scene, string pairId) =>
        scene.Shared.Pairs.FirstOrDefault(pair => pair.Id == pairId) is { } found && found.SlotOf(scene.Shared.PersonId) is { } slot ? new Seat(found, slot) : null;

    /// <summary>The partnership that a person means who names none: the latest that is held, else the latest whose invitation waits; or null.</summary>
    public static Seat? Current(Scene scene)
    {
        Seat[] seats = [.. scene.Shared.Pairs.Select(pair => Find(scene, pair.Id)).OfType<Seat>()];
        return seats.LastOrDefault(seat => seat.Pair.IsHeld) ?? seats.LastOrDefault(seat => seat.Pair.Invitation.IsOpen(scene.Now));
    }

    /// <summary>
    /// What the state says of partnerships, without what is done or no more (intents that were taken in, and partnerships that the person is
    /// no member of), and with the check-ins as the partnerships have them.
    /// </summary>
    public static PersonState Tidy(PersonState state, Shared? shared)
    {
        if (state.Pairs is not { } pairs || shared is null)
            return state;
        var ids = pairs.Ids.RemoveAll(id => Member(id) is null);
        var pending = pairs.Pending.RemoveAll(intent => Member(intent.PairId) is not { } member || intent.Number <= member.Applied);
        var checkIns = pairs.CheckIns.RemoveAll(kept => Member(kept.PairId) is null);
        var tidy = ids.Count == pairs.Ids.Count && pending.Count == pairs.Pending.Count && checkIns.Count == pairs.CheckIns.Count
            ? state
            : state with { Pairs = pairs with { Ids = ids, Pending = pending, CheckIns = checkIns } };
        return CheckIns.Remember(tidy, shared.PersonId, shared.Pairs);

        Member? Member(string id) =>
            shared.Pairs.FirstOrDefault(pair => pair.Id == id) is { } pair && pair.SlotOf(shared.PersonId) is { } slot ? pair.Members[slot] : null;
    }

    /// <summary>The state with something that the person wants done to a partnership.</summary>
    public static PersonState Want(this PersonState state, Scene scene, string pairId, PairAct act) =>
        state with { Pairs = (state.Pairs ?? PersonPairs.None).Want(pairId, scene.Now, act) };
}
