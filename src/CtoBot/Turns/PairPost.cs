using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>Changes what is kept of a person.</summary>
internal delegate Task Keep(PersonKey person, Func<PersonState, PersonState> change, CancellationToken cancellationToken);

/// <summary>
/// Delivers the messages of a partnership: each at least once, and once only unless a process dies between sending and noting it.
/// </summary>
internal sealed partial class PairPost(IStore store, ContentLibrary library, TimeProvider time, SentTurns sent, PairKeeper keeper, IOutreach? outreach, Keep keep, ILogger log)
{
    /// <summary>How long a message to somebody who cannot be reached waits before it is tried again.</summary>
    private static readonly Duration Pause = Duration.FromHours(1);

    /// <summary>Delivers what waits in the partnerships of a person: to the other, and to the person.</summary>
    /// <param name="person">Who has just acted.</param>
    /// <param name="now">What the person shares.</param>
    /// <param name="channel">The person's chat.</param>
    /// <param name="cancellationToken">Interrupts it; what was not noted is delivered later.</param>
    public async Task DeliverAsync(PersonKey person, SharedNow now, IChannel channel, CancellationToken cancellationToken)
    {
        foreach (var (pair, mine) in now.Touched)
        {
            var at = time.GetUtcNow().ToInstant();
            var due = pair.Outbox.Where(message => mine.Contains(message.Number) || message.HeldUntil <= at).ToArray();
            if (due.Length == 0 || PairKey.Of(person, pair.Id) is not { } key)
                continue;
            var done = new HashSet<long>();
            foreach (var message in due)
            {
                if (await SendAsync(person, pair, message, channel, at, cancellationToken))
                    done.Add(message.Number);
            }

            var failed = due.Select(message => message.Number).Where(number => !done.Contains(number)).ToHashSet();
            await keeper.UpdateAsync(key, current => Noted(current, done, failed, at), cancellationToken);
        }
    }

    private static PartnershipState Noted(PartnershipState pair, HashSet<long> done, HashSet<long> failed, Instant at) =>
        pair.Outbox.Any(message => done.Contains(message.Number) || failed.Contains(message.Number))
            ? pair with
            {
                Outbox = [.. pair.Outbox.Where(message => !done.Contains(message.Number)).Select(message => failed.Contains(message.Number) ? message with { HeldUntil = at + Pause } : message)],
            }
            : pair;

    /// <summary>False: the receiver could not be reached.</summary>
    private async Task<bool> SendAsync(PersonKey person, PartnershipState pair, PairMessage message, IChannel channel, Instant at, CancellationToken cancellationToken)
    {
        if (message.To == PairMessage.Group)
            return await AnnounceAsync(person, pair, message, at, cancellationToken);
        var id = message.To < pair.Members.Count ? pair.Members[message.To].PersonId : pair.Invitation.InviteeId;
        if (string.IsNullOrEmpty(id))
            return true;
        var receiver = new PersonKey(person.TenantId, id);
        // What is for one alone is not said where others read along.
        var way = id == person.PersonId && !channel.IsGroup ? channel : outreach?.To(receiver);
        var row = await store.ReadAsync(StoreTable.CtoBot, receiver.Partition, PersonKey.StateRow, cancellationToken);
        if (way is null || row is null || StateRow.IsErasing(row))
            return false;
        // Before it is sent: once it is noted as sent, nobody comes back to this.
        var state = StateRow.Read(row);
        if (!ReferenceEquals(CheckIns.Remember(state, id, pair), state))
            await keep(receiver, kept => CheckIns.Remember(kept, id, pair), cancellationToken);
        var shared = new Shared(id, [pair], "", "");
        if (PairNewsCards.Write(library, state, shared, pair, message, at) is not { } turn)
            return true;
        return await SendAsync(receiver, pair, message, turn, way, cancellationToken);
    }

    /// <summary>To the group chat of both.</summary>
    private async Task<bool> AnnounceAsync(PersonKey person, PartnershipState pair, PairMessage message, Instant at, CancellationToken cancellationToken) =>
        PairNewsCards.Announce(library, pair, message, at) is not { } turn
        || (outreach?.To(person) is { } way && await SendAsync(person, pair, message, turn, way, cancellationToken));

    private async Task<bool> SendAsync(PersonKey receiver, PartnershipState pair, PairMessage message, Turn turn, IChannel way, CancellationToken cancellationToken)
    {
        var name = FormattableString.Invariant($"{pair.Id}:{message.Number}");
        if (!sent.Begin(receiver, name))
            return true;
        try
        {
            await way.SendAsync(turn, cancellationToken);
            return true;
        }
        catch (ChannelException failure)
        {
            sent.Forget(receiver, name);
            LogUndelivered(log, message.News, failure.Message);
            return false;
        }
        catch
        {
            sent.Forget(receiver, name);
            throw;
        }
        finally
        {
            way.Settled();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A message ({News}) did not reach the other; it waits: {Reason}")]
    private static partial void LogUndelivered(ILogger logger, PairNews news, string reason);
}
