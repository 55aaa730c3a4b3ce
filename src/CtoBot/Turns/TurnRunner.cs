using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>
/// Runs a turn: load, step, save on condition, send. One point read and one transaction; a conflict loads and steps again.
/// A turn that forgets the person erases instead of saving.
/// </summary>
public sealed partial class TurnRunner(IStore store, ContentLibrary library, TimeProvider time, SentTurns sent, ILogger<TurnRunner> log)
{
    private const int MaxAttempts = 50;
    private readonly PersonEraser eraser = new(store);

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
    public async Task RunAsync(PersonKey person, Input input, IChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(channel);
        var turn = await TakeInTimeAsync(person, input, channel.Chat, cancellationToken);
        // Of two deliveries at once, the one that recognises the other may get here before it: whichever is first answers.
        var first = sent.Begin(person, input.Id);
        if (turn.Replies.IsEmpty || (!first && !channel.AnswersRepeats))
            return;
        try
        {
            await channel.SendAsync(turn, cancellationToken);
        }
        catch
        {
            // Delivered again, the input is answered again.
            sent.Forget(person, input.Id);
            throw;
        }
        finally
        {
            if (!turn.Erase && channel.Chat is { } chat && chat != turn.State.Chat)
                await KeepAsync(person, state => state with { Chat = chat }, cancellationToken);
        }
    }

    /// <summary>Changes what the host itself keeps in a person's state. Of somebody who is not known, or no more, nothing is kept.</summary>
    private async Task KeepAsync(PersonKey person, Func<PersonState, PersonState> change, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
            if (row is null || StateRow.IsErasing(row))
                return;
            var before = StateRow.Read(row);
            var after = change(before);
            if (after == before || (await store.WriteAsync(StoreTable.CtoBot, person.Partition, [StateRow.Change(after, row, StateRow.UpdatedAt(row) ?? time.GetUtcNow())], cancellationToken)).Saved)
                return;
            LogConflict(log, attempt);
        }

        throw new StoreUnavailableException($"Another writer was first {MaxAttempts} times in a row.");
    }

    private async Task<Turn> TakeInTimeAsync(PersonKey person, Input input, ChatReference? chat, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TakeTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        return await TakeAsync(person, input, chat, limited.Token);
    }

    private async Task<Turn> TakeAsync(PersonKey person, Input input, ChatReference? chat, CancellationToken cancellationToken)
    {
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
                    await eraser.EraseAsync(person.Partition, row.ETag, cancellationToken);
                    continue;
                }

                var before = row is null ? new PersonState() : StateRow.Read(row);
                var now = time.GetUtcNow().ToInstant();
                var turn = Conversation.Step(library, before, input, now);
                // Read after the state: whoever files something meanwhile changes the state, and this turn is not saved.
                if (turn.WantsRecords)
                    turn = Conversation.Step(library, before, input, now, await StateRow.ReadRecordsAsync(store, person, cancellationToken));
                if (turn.Repeated)
                    return turn;
                erasing |= turn.Erase;
                // Loaded again after an erasure whose outcome was unknown, the person is a stranger: the first decision is answered.
                if (turn.Erase)
                    turn = forgetting ??= turn;
                else if (chat is not null)
                    turn = turn with { State = turn.State with { Chat = chat } };
                try
                {
                    if (await SaveAsync(person, turn, before, row, cancellationToken))
                        return turn;
                    LogConflict(log, attempt);
                }
                catch (StoreUnavailableException) when (!unsure && (turn.Erase || input.Id.Length > 0))
                {
                    // Whether it was written is unknown. The input's id in the state, read back, tells; an erasure goes on.
                    unsure = true;
                }
            }

            throw new StoreUnavailableException($"Another writer was first {MaxAttempts} times in a row.");
        }
        catch (Exception failure) when (erasing && (failure is StoreUnavailableException or OperationCanceledException))
        {
            throw new ErasureInterruptedException(failure);
        }
    }

    private async Task<bool> SaveAsync(PersonKey person, Turn turn, PersonState before, Row? row, CancellationToken cancellationToken) => turn.Erase
        ? await eraser.EraseAsync(person.Partition, row?.ETag, cancellationToken)
        : (await store.WriteAsync(StoreTable.CtoBot, person.Partition, StateRow.Changes(turn, before, row, person, time.GetUtcNow()), cancellationToken)).Saved;

    [LoggerMessage(Level = LogLevel.Information, Message = "Conflict at attempt {Attempt}: loading again")]
    private static partial void LogConflict(ILogger logger, int attempt);
}
