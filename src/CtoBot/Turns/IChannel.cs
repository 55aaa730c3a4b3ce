using System.Collections.Immutable;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Turns;

/// <summary>Where the replies of a turn go.</summary>
public interface IChannel
{
    /// <summary>Whether an answer is expected even if the input was taken in and answered before.</summary>
    bool AnswersRepeats { get; }

    /// <summary>Sends the replies in order. After a button of a card, the first card takes that card's place.</summary>
    /// <exception cref="ChannelException">The channel did not take them.</exception>
    Task SendAsync(ImmutableArray<Reply> replies, Texts texts, CancellationToken cancellationToken);
}

/// <summary>The channel did not take a message. The state is saved all the same.</summary>
public sealed class ChannelException : Exception
{
    /// <summary>With the reason.</summary>
    public ChannelException(string message, Exception? inner) : base(message, inner)
    {
    }

    /// <inheritdoc cref="ChannelException(string, Exception?)"/>
    public ChannelException() : this("The channel did not take the message.", null)
    {
    }

    /// <inheritdoc cref="ChannelException(string, Exception?)"/>
    public ChannelException(string message) : this(message, null)
    {
    }
}
