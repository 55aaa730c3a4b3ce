using CtoBot.Core;
using CtoBot.Core.State;

namespace CtoBot.Turns;

/// <summary>Where the replies of a turn go.</summary>
public interface IChannel
{
    /// <summary>Whether an answer is expected even if the input was taken in and answered before.</summary>
    bool AnswersRepeats { get; }

    /// <summary>Whether others read along.</summary>
    bool IsGroup => false;

    /// <summary>
    /// Where the person can be reached later, as far as this channel has learned it: from the activity that is answered, or while it sent.
    /// Null: nothing was learned. It is kept with the state.
    /// </summary>
    ChatReference? Chat => null;

    /// <summary>
    /// Whether the person is no member of the organisation: a guest, somebody anonymous, or of another tenant. Asked of somebody who is about to
    /// share something with a colleague. A channel that has no way to tell takes everybody for a member.
    /// </summary>
    /// <exception cref="ChannelException">It could not be found out.</exception>
    Task<bool> IsGuestAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <summary>Sends the replies of a turn in order. After a button of a card, the first card takes that card's place.</summary>
    /// <param name="turn">The turn; its state says where the person can be reached.</param>
    /// <param name="cancellationToken">Ends the sending.</param>
    /// <exception cref="ChannelException">The channel did not take them.</exception>
    /// <exception cref="OperationCanceledException">The time was over before the next one began to go out.</exception>
    Task SendAsync(Turn turn, CancellationToken cancellationToken);

    /// <summary>
    /// Whatever is to be kept of what was sent is kept now: should the process die, it is not sent again on that account. Until then a channel
    /// that limits how much is in flight counts it. To be called after every sending, also of one that failed.
    /// </summary>
    void Settled()
    {
    }
}
