using System.Collections.Immutable;
using CtoBot.Core.State;
using NodaTime;

namespace CtoBot.Core.Partners;

/// <summary>
/// Brings a partnership up to what its two people have said. The one place where private answers and shared ones meet: it copies
/// both of a question, and only both. Pure, and done twice it changes nothing more; so whoever comes next finishes what a crash left.
/// </summary>
public static class PartnershipSync
{
    /// <summary>Takes in what is pending, notes who has answered in private, and reveals what both have.</summary>
    /// <param name="pair">As it stands; null before it is written for the first time.</param>
    /// <param name="pairId">Its id.</param>
    /// <param name="people">The states of those concerned, by person id: members, and whoever has something pending.</param>
    /// <param name="actor">Who is shown the partnership in any case, and needs no message; or null.</param>
    /// <param name="now">When.</param>
    /// <param name="inGroup">Whether the other sees it as well, because it happens in a group chat of both.</param>
    public static PairSync Run(PartnershipState? pair, string pairId, IReadOnlyDictionary<string, PersonState> people, string? actor, Instant now, bool inGroup = false)
    {
        ArgumentNullException.ThrowIfNull(people);
        var refused = ImmutableArray.CreateBuilder<PairIntent>();
        PairSide[] sides = [.. people.OrderBy(person => person.Key, StringComparer.Ordinal).Select(person => PairSide.Of(person.Key, person.Value, pairId))];
        var before = pair?.LastMessage ?? 0;
        foreach (var (side, intent) in sides.SelectMany(side => side.Intents.Select(intent => (side, intent))).OrderBy(item => item.intent.At))
            pair = Take(pair, pairId, side, intent, refused);
        if (pair is null)
            return new PairSync(null, refused.ToImmutable());
        var after = Reveal(Flag(Partnership.Lapse(pair, now), sides, now), sides, now);
        var slot = actor is null ? null : after.SlotOf(actor);
        if (slot is not null && after.Outbox.Exists(Seen))
            after = after with { Outbox = after.Outbox.RemoveAll(Seen) };
        return new PairSync(after, refused.ToImmutable());

        bool Seen(PairMessage message) => message.Number > before && (message.To == slot || (inGroup && message.News is (PairNews.Settled or PairNews.Reopened or PairNews.Mode)));
    }

    private static PartnershipState? Take(PartnershipState? pair, string pairId, PairSide side, PairIntent intent, ImmutableArray<PairIntent>.Builder refused)
    {
        if (pair is null)
        {
            if (intent.Act is not PairAct.Create create)
                return null;
            var begun = Partnership.Begin(pairId, side.PersonId, intent, create);
            return create.InviteeId is null ? begun : Partnership.Tell(begun, 1, PairNews.Invited, "", intent.At);
        }

        var slot = pair.SlotOf(side.PersonId);
        if (slot is { } member && intent.Number <= pair.Members[member].Applied)
            return pair;
        if (Partnership.Apply(pair, slot, side.PersonId, intent) is not { } applied)
        {
            refused.Add(intent);
            applied = slot is { } by && intent.Act is PairAct.Settle late ? Partnership.Keep(pair, by, late, intent.At) : pair;
        }

        return applied.SlotOf(side.PersonId) is { } known && applied.Members[known].Applied < intent.Number
            ? applied with { Members = applied.Members.SetItem(known, applied.Members[known] with { Applied = intent.Number }) }
            : applied;
    }

    /// <summary>Notes who has answered what is not revealed, and tells the other once.</summary>
    private static PartnershipState Flag(PartnershipState pair, PairSide[] sides, Instant now)
    {
        foreach (var (slot, side) in Members(pair, sides))
        {
            foreach (var question in FiveIds.Questions.Where(question => IsPrivate(pair.Question(question))))
            {
                var shared = pair.Question(question);
                var answered = side.Private.ContainsKey(question);
                if (answered == shared.Answered.Contains(slot))
                    continue;
                pair = Partnership.Next(pair) with
                {
                    Questions = pair.Questions.SetItem(question, shared with { Answered = answered ? shared.Answered.Add(slot).Sort() : shared.Answered.Remove(slot) }),
                };
                if (answered && shared.Answered.IsEmpty && pair.Mode == HoldingMode.Apart)
                    pair = Partnership.Tell(pair, 1 - slot, PairNews.Answered, question, now);
            }
        }

        return pair;
    }

    /// <summary>Copies both answers of a question into the partnership, if both are there.</summary>
    private static PartnershipState Reveal(PartnershipState pair, PairSide[] sides, Instant now)
    {
        if (!pair.IsHeld || pair.Mode != HoldingMode.Apart || Members(pair, sides).ToArray() is not [var (_, first), var (_, second)])
            return pair;
        foreach (var question in FiveIds.Questions.Where(question => IsPrivate(pair.Question(question))))
        {
            if (!first.Private.TryGetValue(question, out var one) || !second.Private.TryGetValue(question, out var other))
                continue;
            pair = Partnership.Next(pair) with
            {
                Questions = pair.Questions.SetItem(question, pair.Question(question) with { Revealed = new Revealed(now, [one, other]) }),
                Outbox = pair.Outbox.RemoveAll(message => message.News == PairNews.Answered && message.About == question),
            };
            pair = Partnership.Tell(Partnership.Tell(pair, 0, PairNews.Revealed, question, now), 1, PairNews.Revealed, question, now);
        }

        return pair;
    }

    /// <summary>A question that was revealed, settled or reopened is held in the open from then on.</summary>
    private static bool IsPrivate(SharedQuestion shared) => shared is { Revealed: null, Joint: null, IsReopened: false };

    private static IEnumerable<(int Slot, PairSide Side)> Members(PartnershipState pair, PairSide[] sides) =>
        sides.Select(side => (pair.SlotOf(side.PersonId), side)).Where(item => item.Item1 is not null).Select(item => (item.Item1!.Value, item.side)).OrderBy(item => item.Value);
}

/// <summary>What came of <see cref="PartnershipSync.Run"/>.</summary>
/// <param name="Pair">The partnership; the same object if nothing changed, null if there is none.</param>
/// <param name="Refused">What could not be any more.</param>
public sealed record PairSync(PartnershipState? Pair, ImmutableArray<PairIntent> Refused);
