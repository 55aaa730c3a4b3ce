using System.Collections.Immutable;
using System.Security.Cryptography;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>
/// Brings the partnerships of a person up to what both have said, and says what the person may see. Everything here can be done again:
/// what a crash leaves undone, the next activity of either finishes.
/// </summary>
internal sealed class PairKeeper(IStore store, ContentLibrary library, TimeProvider time)
{
    private const int MaxAttempts = 100;

    /// <summary>Letters and digits that nobody takes for another.</summary>
    private const string CodeLetters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private readonly PairStore pairs = new(store, library);

    /// <summary>What a person shares, as of now; ids and codes that nobody has.</summary>
    /// <param name="person">Who.</param>
    /// <param name="state">Their state as it is kept.</param>
    /// <param name="actor">Whether the person is shown the partnership anyway, so that no message is needed.</param>
    /// <param name="cancellationToken">Interrupts it between two writes.</param>
    /// <param name="group">The group chat in which the turn happens, or null.</param>
    public async Task<SharedNow> SyncAsync(PersonKey person, PersonState state, string? actor, CancellationToken cancellationToken, GroupRef? group = null)
    {
        var found = ImmutableArray.CreateBuilder<PartnershipState>();
        var refused = ImmutableArray.CreateBuilder<PairIntent>();
        var touched = ImmutableArray.CreateBuilder<TouchedPair>();
        foreach (var key in (state.Pairs?.All ?? []).Select(id => PairKey.Of(person, id)).OfType<PairKey>())
        {
            var (pair, refusals, mine) = await SyncAsync(key, person, actor == key.Id ? person.PersonId : null, group is not null, cancellationToken);
            refused.AddRange(refusals);
            if (pair is null)
                continue;
            touched.Add(new TouchedPair(pair, mine));
            if (pair.SlotOf(person.PersonId) is not null)
                found.Add(pair);
        }

        return new SharedNow(
            new Shared(person.PersonId, found.ToImmutable(), RandomNumberGenerator.GetString(CodeLetters, 26), RandomNumberGenerator.GetString(CodeLetters, 10).Insert(5, "-")) { Group = group },
            refused.ToImmutable(),
            touched.ToImmutable());
    }

    /// <summary>The invitation that a person refers to, if it is theirs to answer: they have its code, or it names them. Null for none.</summary>
    public async Task<PartnershipState?> InvitationAsync(PersonKey person, InvitationRef wanted, CancellationToken cancellationToken)
    {
        var id = wanted.Code.Length == 0 ? wanted.PairId
            : PairKey.CodePartition(person, wanted.Code) is { } code ? await pairs.FindAsync(code, cancellationToken)
            : null;
        if (id is null || PairKey.Of(person, id) is not { } key)
            return null;
        var (pair, _) = await pairs.ReadAsync(key, cancellationToken);
        return pair is not null && pair.Invitation.IsOpen(time.GetUtcNow().ToInstant()) && (wanted.Code.Length > 0 || pair.Invitation.InviteeId == person.PersonId) ? pair : null;
    }

    /// <summary>Changes a partnership, as often as it takes; a change that gives the same object is none.</summary>
    public async Task UpdateAsync(PairKey key, Func<PartnershipState, PartnershipState> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var (before, row) = await pairs.ReadAsync(key, cancellationToken);
            if (before is null || change(before) is var after && (ReferenceEquals(after, before) || await pairs.SaveAsync(key, before, after, row, cancellationToken)))
                return;
        }

        throw TooMany();
    }

    private async Task<(PartnershipState? Pair, ImmutableArray<PairIntent> Refused, ImmutableHashSet<long> Mine)> SyncAsync(PairKey key, PersonKey person, string? actor, bool inGroup, CancellationToken cancellationToken)
    {
        var unsure = false;
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var (before, row) = await pairs.ReadAsync(key, cancellationToken);
            // Read after the partnership: what somebody answers later is found by their own turn.
            var people = await PeopleAsync(key, person, before, cancellationToken);
            var synced = PartnershipSync.Run(before, key.Id, people, actor, time.GetUtcNow().ToInstant(), inGroup);
            if (synced.Pair is null || ReferenceEquals(synced.Pair, before))
                return (synced.Pair, synced.Refused, []);
            try
            {
                if (await pairs.SaveAsync(key, before, synced.Pair, row, cancellationToken))
                    return (synced.Pair, synced.Refused, [.. synced.Pair.Outbox.Select(message => message.Number).Where(number => number > (before?.LastMessage ?? 0))]);
            }
            catch (StoreUnavailableException) when (!unsure)
            {
                // Whether it was written is unknown. Read back, what was taken in is not taken in again.
                unsure = true;
            }
        }

        throw TooMany();
    }

    /// <summary>The states of the members and of the person, as they are kept. Of one whose erasure has begun there is none.</summary>
    private async Task<Dictionary<string, PersonState>> PeopleAsync(PairKey key, PersonKey person, PartnershipState? pair, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, PersonState>(StringComparer.Ordinal);
        foreach (var id in (pair?.Members.Where(member => !member.IsGone).Select(member => member.PersonId) ?? []).Append(person.PersonId).Distinct(StringComparer.Ordinal))
        {
            var row = await store.ReadAsync(StoreTable.CtoBot, $"{key.Tenant}|{PersonKey.Part(id)}", PersonKey.StateRow, cancellationToken);
            if (row is not null && !StateRow.IsErasing(row))
                people[id] = StateRow.Read(row);
        }

        return people;
    }

    private static StoreUnavailableException TooMany() => new($"Another writer was first {MaxAttempts} times in a row.");
}

/// <summary>What a person shares, and what came of bringing it up to date.</summary>
/// <param name="Shared">What the person may see.</param>
/// <param name="Refused">What could not be any more.</param>
/// <param name="Touched">
/// Every partnership that was looked at. Also one that the person is no member of, such as one they declined: they are shown none of it.
/// </param>
internal sealed record SharedNow(Shared Shared, ImmutableArray<PairIntent> Refused, ImmutableArray<TouchedPair> Touched);

/// <summary>A partnership that a turn has looked at.</summary>
/// <param name="Pair">As it stands then.</param>
/// <param name="Mine">The numbers of the messages that this turn wrote. They are its own to deliver; another process delivers the others.</param>
internal sealed record TouchedPair(PartnershipState Pair, ImmutableHashSet<long> Mine);
