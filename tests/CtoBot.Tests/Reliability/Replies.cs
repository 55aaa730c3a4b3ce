using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Content;
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
    public Task SendAsync(ImmutableArray<Reply> replies, Texts texts, CancellationToken cancellationToken)
    {
        Sent = Sent.AddRange(replies);
        return Task.CompletedTask;
    }
}
