using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Turns;

namespace CtoBot.Tests.Reliability;

/// <summary>A channel that keeps what was sent.</summary>
internal sealed class Replies : IChannel
{
    /// <summary>What was sent, in order.</summary>
    public ImmutableArray<Reply> Sent { get; private set; } = [];

    /// <inheritdoc/>
    public bool AnswersRepeats => true;

    /// <inheritdoc/>
    public Task SendAsync(Turn turn, CancellationToken cancellationToken)
    {
        Sent = Sent.AddRange(turn.Replies);
        return Task.CompletedTask;
    }
}
