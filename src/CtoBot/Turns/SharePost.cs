using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Flows;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;

namespace CtoBot.Turns;

/// <summary>
/// Delivers what a person shares to the private chats of colleagues, or to a group chat. Who they are and how they are reached is read in the sender's own
/// tenant only; nothing is written there.
/// </summary>
internal sealed partial class SharePost(IStore store, ContentLibrary library, SentTurns sent, IOutreach? outreach, ILogger log)
{
    /// <summary>Who of these people can be reached: the names that their clients told, by id. Whoever never wrote to the bot, or removed it, is not among them.</summary>
    public async Task<ImmutableDictionary<string, string>> PeopleAsync(PersonKey person, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var people = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            if (await ReadAsync(person with { UserId = id }, cancellationToken) is { } state)
                people[id] = state.Client.Name;
        }

        return people.ToImmutable();
    }

    /// <summary>Delivers an entry to those who still wait for it.</summary>
    /// <returns>What became of it, by recipient; nothing of those for whom it is not known: they wait.</returns>
    /// <exception cref="StoreUnavailableException">The store did not answer; nothing went out.</exception>
    /// <exception cref="OperationCanceledException">The time was over before anything went out.</exception>
    public async Task<ImmutableDictionary<string, ShareStatus>> DeliverAsync(PersonKey person, PersonState state, ImmutableDictionary<string, Draft>? filed, ShareEntry entry, CancellationToken cancellationToken)
    {
        filed ??= await StateRow.ReadRecordsAsync(store, person, cancellationToken);
        ShareRecipient[] waiting = [.. entry.To.Where(recipient => recipient.Status == ShareStatus.Waiting)];
        if (ShareDelivery.Of(library, state, filed, entry) is not var (card, content, texts))
            return waiting.ToImmutableDictionary(recipient => recipient.Id, _ => ShareStatus.Changed);
        var became = await Task.WhenAll(waiting.Select(async recipient => (recipient.Id, Status: await SendAsync(person, recipient, Name(person, entry), own => new Turn(own, [card], content, texts), cancellationToken))));
        return became.Where(item => item.Status is not null).ToImmutableDictionary(item => item.Id, item => item.Status!.Value);
    }

    private static string Name(PersonKey sender, ShareEntry entry) => FormattableString.Invariant($"share:{sender.Partition}:{entry.Number}");

    /// <summary>Null: it is not known whether it arrived.</summary>
    private async Task<ShareStatus?> SendAsync(PersonKey sender, ShareRecipient recipient, string name, Func<PersonState, Turn> write, CancellationToken cancellationToken)
    {
        // A group chat has no row of its own: it is remembered with who sent there.
        var receiver = recipient.IsGroup ? sender : sender with { UserId = recipient.Id };
        var absent = recipient.IsGroup ? ShareStatus.Gone : ShareStatus.Unmet;
        if (!sent.Begin(receiver, name))
            return ShareStatus.Sent;
        var way = outreach?.To(receiver);
        var went = false;
        try
        {
            if (way is null || (recipient.IsGroup ? OfGroup(sender, recipient) : await ReadAsync(receiver, cancellationToken)) is not { } state)
                return absent;
            await way.SendAsync(write(state), cancellationToken);
            went = true;
            return ShareStatus.Sent;
        }
        catch (ChannelException failure)
        {
            LogUndelivered(log, failure.Message);
            // One that was interrupted may have arrived.
            return failure.InnerException is OperationCanceledException ? null : failure.Fault switch
            {
                ChannelFault.Blocked => ShareStatus.Blocked,
                ChannelFault.Lost => absent,
                _ => ShareStatus.Failed,
            };
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            LogUndelivered(log, "interrupted");
            return null;
        }
        finally
        {
            if (!went)
                sent.Forget(receiver, name);
            way?.Settled();
        }
    }

    /// <summary>A group chat as a reader, of whom nothing is known but where it is; null for one of another tenant.</summary>
    private static PersonState? OfGroup(PersonKey sender, ShareRecipient recipient) =>
        recipient.Chat is { IsGroup: true } chat && PersonKey.Part(chat.TenantId) == PersonKey.Part(sender.TenantId) ? new PersonState { Chat = chat } : null;

    /// <summary>The state of somebody who can be reached; null for anybody else.</summary>
    private async Task<PersonState?> ReadAsync(PersonKey person, CancellationToken cancellationToken) =>
        await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken) is { } row
        && !StateRow.IsErasing(row)
        && StateRow.Read(row) is { RemovedAt: null } state
            ? state
            : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Something shared did not reach somebody: {Reason}")]
    private static partial void LogUndelivered(ILogger logger, string reason);
}
