using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Flows;
using CtoBot.Core.Sharing;
using CtoBot.Core.State;
using CtoBot.Telemetry;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <remarks>
/// What a person shares is written down as waiting, with the turn that sends it; then it goes out; then what became of it is noted. A process that dies
/// between leaves it waiting, and a turn of the person after <see cref="ShareLog.Grace"/> claims it and sends it, if it is still what they saw. So
/// nothing is lost in silence, and a crash repeats a message at most once.
/// </remarks>
public sealed partial class TurnRunner
{
    /// <summary>How long what is shared may take to go out.</summary>
    private static readonly TimeSpan HandOutTime = TimeSpan.FromSeconds(4);

    /// <summary>How long it may take to find out who in a group chat is a guest.</summary>
    private static readonly TimeSpan RosterTime = TimeSpan.FromSeconds(2);

    /// <summary>Asks a person in their private chat what they want to share with a group chat. Nothing of theirs is said in that.</summary>
    private async Task<GroupTurn> ShareIntoAsync(PersonKey person, PersonState? state, Input.Said said, IGroupChannel channel, ChatReference chat, CancellationToken cancellationToken)
    {
        if (outreach is null || state is not { RemovedAt: null, Chat: not null })
            return GroupTurn.Unmet;
        var guests = await GuestsAsync(channel, cancellationToken);
        try
        {
            await RunAsync(person, new Input.ShareInto(said.Id, said.Client, new ShareChat(channel.Name, chat, guests)), outreach.To(person), cancellationToken);
        }
        catch (ChannelException failure)
        {
            LogNotAsked(log, failure.Message);
            return GroupTurn.Unmet;
        }

        // Delivered again, it is not said again.
        return said.Id.Length == 0 || sent.Begin(person, "asked:" + said.Id) ? GroupTurn.Alone : GroupTurn.Taken;
    }

    /// <summary>Who is to be named as a guest. If the roster does not answer, nobody is: it is a warning, and no more.</summary>
    private async Task<ImmutableList<string>> GuestsAsync(IGroupChannel channel, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(RosterTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await channel.GuestsAsync(limited.Token);
        }
        catch (Exception failure) when (failure is ChannelException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogNoRoster(log, failure.Message);
            return [];
        }
    }

    /// <summary>Delivers what the turn sends, and has it say what became of that.</summary>
    private async Task<Turn> HandOutAsync(PersonKey person, Turn turn, CancellationToken cancellationToken)
    {
        var became = await HandOutAsync(person, turn.State, turn.Loaded, turn.Sends!.Value, cancellationToken);
        return ShareDelivery.Told(library, turn, became, time.GetUtcNow().ToInstant());
    }

    /// <summary>Delivers what an earlier turn left. Somebody of whom nothing waits costs nothing.</summary>
    private async Task HandOutLeftAsync(PersonKey person, PersonState state, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().ToInstant();
        if (ShareLog.Left(state, now) is not { } left)
            return;
        PersonState? claimed = null;
        try
        {
            await KeepAsync(
                person,
                before =>
                {
                    var after = ShareLog.Claim(before, left.Number, now);
                    // Only who writes the claim has it: of two, the second reads that there is nothing to claim.
                    claimed = ReferenceEquals(after, before) ? null : after;
                    return after;
                },
                cancellationToken);
            if (claimed is not null)
                await HandOutAsync(person, claimed, null, left.Number, cancellationToken);
        }
        catch (StoreUnavailableException failure)
        {
            // The person's own turn is answered: it must not look as if it had failed.
            LogWaits(log, failure.GetType().Name);
        }
    }

    private async Task<ImmutableDictionary<string, ShareStatus>> HandOutAsync(PersonKey person, PersonState state, ImmutableDictionary<string, Draft>? filed, int number, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("hand out");
        using var limit = new CancellationTokenSource(HandOutTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var became = ImmutableDictionary<string, ShareStatus>.Empty;
        try
        {
            became = await post.DeliverAsync(person, state, filed, ShareLog.Find(state, number)!, limited.Token);
            using var noting = new CancellationTokenSource(RecordTime, time);
            await KeepAsync(person, kept => ShareLog.Note(kept, number, became), noting.Token);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            // It stays waiting: what went out is remembered by this process and not sent again by it.
            span.Fail(failure);
            LogWaits(log, failure.GetType().Name);
        }

        return became;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Who asked in a group chat to share could not be written to: {Reason}")]
    private static partial void LogNotAsked(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "The roster of a group chat was not to be had: {Reason}")]
    private static partial void LogNoRoster(ILogger logger, string reason);
}
