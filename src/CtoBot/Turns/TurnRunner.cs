using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using NodaTime.Extensions;

namespace CtoBot.Turns;

/// <summary>
/// Runs a turn: load, step, save on condition, send. One point read and one transaction; a conflict loads and steps again.
/// </summary>
public sealed partial class TurnRunner(IStore store, ContentLibrary library, TimeProvider time, SentTurns sent, ILogger<TurnRunner> log)
{
    private const int MaxAttempts = 12;

    /// <summary>Takes an input in and answers it.</summary>
    /// <param name="person">Whose.</param>
    /// <param name="input">The input.</param>
    /// <param name="channel">Where the answer goes.</param>
    /// <param name="cancellationToken">Ends the turn; what is saved stays saved.</param>
    /// <exception cref="StoreUnavailableException">Nothing of the input was saved, as far as is known. Sent again, it is recognised if it was.</exception>
    /// <exception cref="NewerSchemaException">A newer program wrote the person's state. Nothing was changed.</exception>
    /// <exception cref="StateTooLargeException">The person's state does not fit. Nothing was changed.</exception>
    /// <exception cref="ChannelException">The state is saved, and the answer did not go out.</exception>
    public async Task RunAsync(PersonKey person, Input input, IChannel channel, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(channel);
        var turn = await TakeAsync(person, input, cancellationToken);
        // Of two deliveries at once, the one that recognises the other may get here before it: whichever is first answers.
        var first = sent.Begin(person, input.Id);
        if (turn.Replies.IsEmpty || (!first && !channel.AnswersRepeats))
            return;
        try
        {
            await channel.SendAsync(turn.Replies, turn.Texts, cancellationToken);
        }
        catch
        {
            // Delivered again, the input is answered again.
            sent.Forget(person, input.Id);
            throw;
        }
    }

    private async Task<Turn> TakeAsync(PersonKey person, Input input, CancellationToken cancellationToken)
    {
        var unsure = false;
        for (var attempt = 1; ; attempt++)
        {
            var row = await store.ReadAsync(StoreTable.CtoBot, person.Partition, PersonKey.StateRow, cancellationToken);
            var before = row is null ? new PersonState() : StateRow.Read(row);
            var turn = Conversation.Step(library, before, input, time.GetUtcNow().ToInstant());
            if (turn.Repeated)
                return turn;
            try
            {
                var written = await store.WriteAsync(StoreTable.CtoBot, person.Partition, StateRow.Changes(turn, before, row, person), cancellationToken);
                if (written.Saved)
                    return turn;
                if (attempt == MaxAttempts)
                    throw new StoreUnavailableException($"Another writer was first {MaxAttempts} times in a row.");
                LogConflict(log, attempt);
            }
            catch (StoreUnavailableException) when (!unsure && input.Id.Length > 0)
            {
                // Whether it was written is unknown. The input's id in the state, read back, tells.
                unsure = true;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Conflict at attempt {Attempt}: loading again")]
    private static partial void LogConflict(ILogger logger, int attempt);
}
