using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.Partners;
using CtoBot.Core.State;
using CtoBot.Telemetry;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>
/// Runs a turn: load, step, save on condition, send. One point read and one transaction; a conflict loads and steps again.
/// A turn that forgets the person erases instead of saving. One that moves what the person is told next writes the due index as well.
/// Of somebody who shares something with another, what both have said is brought together before the step and after the save
/// (<see cref="PairKeeper"/>), and the other is told after the answer. What a person shares with others goes out between the save and the answer
/// (<see cref="SharePost"/>).
/// </summary>
/// <param name="store">Where the rows are.</param>
/// <param name="library">What the bot says.</param>
/// <param name="time">The clock.</param>
/// <param name="sent">What this process has answered.</param>
/// <param name="log">For conflicts.</param>
/// <param name="due">The due index; the usual one if it is not given.</param>
/// <param name="outreach">The way to the other person; null if there is none: then messages wait.</param>
/// <param name="states">The states that are in memory; none at first if it is not given.</param>
public sealed partial class TurnRunner(IStore store, ContentLibrary library, TimeProvider time, SentTurns sent, ILogger<TurnRunner> log, DueIndex? due = null, IOutreach? outreach = null, StateCache? states = null)
{
    private const int MaxAttempts = 50;
    private readonly PersonEraser eraser = new(store, time, due);
    private readonly DueIndex due = due ?? new(store);
    private readonly StateCache states = states ?? new();
    private readonly PairKeeper keeper = new(store, library, time);
    private readonly SharePost post = new(store, library, sent, outreach, log);

    /// <summary>How long the messages of a turn to the other person may take.</summary>
    private static readonly TimeSpan PostTime = TimeSpan.FromSeconds(4);

    /// <summary>How long loading and saving may take, so that time is left to answer: Teams waits 15 seconds for both.</summary>
    private static readonly TimeSpan TakeTime = TimeSpan.FromSeconds(10);

    /// <summary>Takes an input in and answers it.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="input">The input.</param>
    /// <param name="channel">Where the answer goes.</param>
    /// <param name="cancellationToken">Ends the turn; what is saved stays saved.</param>
    /// <exception cref="StoreUnavailableException">Nothing of the input was saved, as far as is known. Sent again, it is recognised if it was.</exception>
    /// <exception cref="ErasureInterruptedException">An erasure has perhaps begun, and is not finished. The next input finishes it.</exception>
    /// <exception cref="NewerSchemaException">A newer program wrote the person's state. Nothing was changed.</exception>
    /// <exception cref="StateTooLargeException">The person's state does not fit. Nothing was changed.</exception>
    /// <exception cref="ChannelException">The state is saved, and the answer did not go out.</exception>
    public Task RunAsync(PersonKey person, Input input, IChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(channel);
        return RunAsync(person, input, channel, null, cancellationToken);
    }

    private async Task RunAsync(PersonKey person, Input input, IChannel channel, GroupRef? group, CancellationToken cancellationToken)
    {
        var (turn, shared) = await TakeInTimeAsync(person, input, channel, group, cancellationToken);
        if (turn.Sends is not null)
            turn = await HandOutAsync(person, turn, cancellationToken);
        // Of two deliveries at once, the one that recognises the other may get here before it: whichever is first answers.
        var first = sent.Begin(person, input.Id);
        if (!turn.Replies.IsEmpty && (first || channel.AnswersRepeats))
            await AnswerAsync(person, input, turn, channel, cancellationToken);
        if (turn.Erase)
            return;
        await RememberAsync(person, turn.State, shared, cancellationToken);
        await PostAsync(person, shared, channel, cancellationToken);
        await HandOutLeftAsync(person, turn.State, cancellationToken);
    }

    /// <summary>
    /// Keeps with the person when their check-ins are, so that the due index knows. What fails here, the person's next turn makes good, or the
    /// delivery of the message about it.
    /// </summary>
    private async Task RememberAsync(PersonKey person, PersonState state, SharedNow shared, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(CheckIns.Remember(state, person.PersonId, shared.Shared.Pairs), state))
            return;
        try
        {
            await KeepAsync(person, kept => CheckIns.Remember(kept, person.PersonId, shared.Shared.Pairs), cancellationToken);
        }
        catch (StoreUnavailableException failure)
        {
            LogWaits(log, failure.GetType().Name);
        }
    }

    private async Task AnswerAsync(PersonKey person, Input input, Turn turn, IChannel channel, CancellationToken cancellationToken)
    {
        using var span = Spans.Start("reply");
        try
        {
            await channel.SendAsync(turn, cancellationToken);
        }
        catch (Exception failure)
        {
            span.Fail(failure);
            // Delivered again, the input is answered again.
            sent.Forget(person, input.Id);
            throw;
        }
        finally
        {
            channel.Settled();
            if (!turn.Erase && channel.Chat is { } chat && chat != turn.State.Chat)
                await KeepAsync(person, state => state with { Chat = chat }, cancellationToken);
        }
    }

    /// <summary>Tells the other what happened. What does not go out in time waits for the next activity of either.</summary>
    private async Task PostAsync(PersonKey person, SharedNow shared, IChannel channel, CancellationToken cancellationToken)
    {
        if (shared.Touched.IsEmpty)
            return;
        using var span = Spans.Start("tell the other");
        using var limit = new CancellationTokenSource(PostTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await new PairPost(store, library, time, sent, keeper, outreach, KeepAsync, log).DeliverAsync(person, shared, channel, limited.Token);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // The person's own turn is answered: it must not look as if it had failed.
            LogWaits(log, failure.GetType().Name);
        }
    }

    /// <summary>
    /// Changes what the host itself keeps in a person's state, and plans what they are told next. Of somebody who is not known, or no more,
    /// nothing is kept.
    /// </summary>
    private async Task KeepAsync(PersonKey person, Func<PersonState, PersonState> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
            if (row is null || StateRow.IsErasing(row))
                return;
            var before = states.Read(person, row);
            var now = time.GetUtcNow();
            var after = DueIndex.Plan(change(before), now.ToInstant(), library.Holidays);
            if (after == before || await WriteAsync(person, [StateRow.Change(after, row, StateRow.UpdatedAt(row) ?? now)], before, after, cancellationToken))
                return;
            LogConflict(log, attempt);
        }

        throw Beaten();
    }

    private async Task<(Turn Turn, SharedNow Shared)> TakeInTimeAsync(PersonKey person, Input input, IChannel channel, GroupRef? group, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TakeTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await TakeAsync(person, input, channel, group, limited.Token);
    }

    private async Task<(Turn Turn, SharedNow Shared)> TakeAsync(PersonKey person, Input input, IChannel channel, GroupRef? group, CancellationToken cancellationToken)
    {
        var chat = channel.Chat;
        var unsure = false;
        var erasing = false;
        Turn? forgetting = null;
        try
        {
            for (var attempt = 1; attempt <= MaxAttempts; attempt++)
            {
                var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
                if (row is not null && StateRow.IsErasing(row))
                {
                    erasing = true;
                    states.Forget(person);
                    await eraser.EraseAsync(person.Partition, row.ETag, cancellationToken);
                    continue;
                }

                var before = row is null ? new PersonState() : states.Read(person, row);
                var shared = await keeper.SyncAsync(person, before, null, cancellationToken, group);
                var turn = await StepAsync(person, before, input, shared.Shared, cancellationToken, channel);
                if (turn.Repeated)
                    return (turn, shared);
                erasing |= turn.Erase;
                // Loaded again after an erasure whose outcome was unknown, the person is a stranger: the first decision is answered.
                if (turn.Erase)
                    turn = forgetting ??= turn;
                else if (chat is not null)
                    turn = turn with { State = turn.State with { Chat = chat } };
                try
                {
                    if (await SaveAsync(person, turn, before, row, heardOf: input is not Input.Undeliverable, cancellationToken))
                        return turn.Erase ? (turn, shared) : await ShareAsync(person, turn, before, shared, cancellationToken);
                    LogConflict(log, attempt);
                }
                catch (StoreUnavailableException) when (!unsure && (turn.Erase || input.Id.Length > 0))
                {
                    // Whether it was written is unknown. The input's id in the state, read back, tells; an erasure goes on.
                    unsure = true;
                }
            }

            throw Beaten();
        }
        catch (Exception failure) when (erasing && (failure is StoreUnavailableException or OperationCanceledException))
        {
            throw new ErasureInterruptedException(failure);
        }
    }

    private async Task<Turn> StepAsync(PersonKey person, PersonState before, Input input, Shared shared, CancellationToken cancellationToken, IChannel? channel = null)
    {
        using var span = Spans.Start("step");
        var now = time.GetUtcNow().ToInstant();
        var turn = Conversation.Step(library, before, input, now, shared: shared);
        if (turn.Wants is { } wanted)
        {
            shared = shared with { Invitation = await keeper.InvitationAsync(person, wanted, cancellationToken), Looked = true };
            turn = Conversation.Step(library, before, input, now, shared: shared);
        }

        // Read after the state: whoever files something meanwhile changes the state, and this turn is not saved.
        while ((turn.WantsRecords && turn.Loaded is null) || (!turn.WantsPeople.IsEmpty && shared.People is null))
        {
            if (!turn.WantsPeople.IsEmpty && shared.People is null)
                shared = shared with { People = await post.PeopleAsync(person, turn.WantsPeople, cancellationToken) };
            turn = Conversation.Step(library, before, input, now, turn.WantsRecords ? await StateRow.ReadRecordsAsync(store, person, cancellationToken) : turn.Loaded, shared);
        }

        if (channel is not null && Joins(before, turn) && await AskAsync(channel.IsGuestAsync(cancellationToken)))
            turn = Conversation.Step(library, before, input, now, shared: shared with { IsGuest = true });
        return turn.Erase || turn.Repeated ? turn : turn with { State = DueIndex.Plan(turn.State, now, library.Holidays) };
    }

    /// <summary>Whether the person is about to become a member of a partnership.</summary>
    private static bool Joins(PersonState before, Turn turn) =>
        turn.State.Pairs?.Pending.Exists(intent => intent.Number > (before.Pairs?.LastNumber ?? 0) && intent.Act is PairAct.Create or PairAct.Accept) == true;

    /// <summary>What the channel knows of somebody. If it does not answer, nothing is done: the person is asked to send it again.</summary>
    private static async Task<bool> AskAsync(Task<bool> asked)
    {
        try
        {
            return await asked;
        }
        catch (ChannelException failure)
        {
            throw new StoreUnavailableException("The roster did not answer.", failure);
        }
    }

    /// <summary>Takes what the person answered and wants into what they share, and shows what came of it.</summary>
    private async Task<(Turn Turn, SharedNow Shared)> ShareAsync(PersonKey person, Turn turn, PersonState before, SharedNow shared, CancellationToken cancellationToken)
    {
        if (turn.State.Pairs is null || (ReferenceEquals(turn.State.Pairs, before.Pairs) && ReferenceEquals(turn.State.Drafts, before.Drafts) && turn.After is null))
            return (turn, shared);
        // In a group chat whoever acts is shown what came of it, whatever that is.
        var synced = await keeper.SyncAsync(person, turn.State, turn.After is { ShowsNews: true } after ? after.PairId : shared.Shared.Group?.PairId, cancellationToken, shared.Shared.Group);
        // What was finished before the step is this turn's to deliver as well.
        synced = synced with
        {
            Touched = [.. synced.Touched.Select(item => item with { Mine = item.Mine.Union(shared.Touched.Where(earlier => earlier.Pair.Id == item.Pair.Id).SelectMany(earlier => earlier.Mine)) })],
        };
        var refused = synced.Refused.Any(intent => intent.Number > (before.Pairs?.LastNumber ?? 0));
        if (turn.After is not null)
            return (Conversation.Finish(library, turn, synced.Shared, refused, time.GetUtcNow().ToInstant()), synced);
        return (refused ? turn with { Replies = turn.Replies.Insert(0, new Reply.Say(turn.Texts["pair.meanwhile"])) } : turn, synced);
    }

    /// <param name="person">Whose.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="before">The state as it was loaded.</param>
    /// <param name="row">Its row.</param>
    /// <param name="heardOf">Whether the person is the one who acted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="added">The time of a row that is in the due index already; the caller removes the old one as well.</param>
    private async Task<bool> SaveAsync(
        PersonKey person, Turn turn, PersonState before, Row? row, bool heardOf, CancellationToken cancellationToken, Instant? added = null)
    {
        if (turn.Erase)
        {
            states.Forget(person);
            return await eraser.EraseAsync(person.Partition, row?.ETag, cancellationToken);
        }

        var now = time.GetUtcNow();
        var updated = heardOf || row is null ? now : StateRow.UpdatedAt(row) ?? now;
        return await WriteAsync(person, StateRow.Changes(turn, before, row, person, updated), before, turn.State, cancellationToken, added);
    }

    /// <summary>Writes the state and, if the person's next reminder moves, the due index around it: see <see cref="DueIndex"/>.</summary>
    private async Task<bool> WriteAsync(
        PersonKey person, IReadOnlyList<RowChange> changes, PersonState before, PersonState after, CancellationToken cancellationToken, Instant? added = null)
    {
        var partition = person.Partition;
        Row? old = null;
        if (before.DueAt != after.DueAt)
        {
            if (before.DueAt is { } was && added is null)
                old = await due.FindAsync(partition, was, cancellationToken);
            if (after.DueAt is { } next && next != added)
                await due.AddAsync(partition, next, time.GetUtcNow(), cancellationToken);
        }

        if (!(await store.WriteAsync(StoreTable.CtoBot, partition, changes, cancellationToken)).Saved)
            return false;
        states.Written(person, changes, after);
        try
        {
            if (old is not null)
                await due.RemoveAsync(partition, old, cancellationToken);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            // The turn is saved, and the sweep removes what no state names.
            LogLeft(log);
        }

        return true;
    }

    private static StoreUnavailableException Beaten() => new($"Another writer was first {MaxAttempts} times in a row.");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages to the other person wait for the next activity: {Type}")]
    private static partial void LogWaits(ILogger logger, string type);

    [LoggerMessage(Level = LogLevel.Information, Message = "Conflict at attempt {Attempt}: loading again")]
    private static partial void LogConflict(ILogger logger, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "An old row of the due index could not be removed, and is left to the sweep")]
    private static partial void LogLeft(ILogger logger);
}
