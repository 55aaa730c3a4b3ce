namespace CtoBot.Turns;

/// <summary>Why a channel did not take a message, as far as it matters for what is done next.</summary>
public enum ChannelFault
{
    /// <summary>It may be the message, the bot's identity or the service itself: to be reported.</summary>
    Reported,

    /// <summary>It passes: to be tried again, later each time.</summary>
    Passing,

    /// <summary>Too much was sent to the tenant: to be tried again after <see cref="ChannelException.RetryAfter"/>.</summary>
    Throttled,

    /// <summary>The person does not want it, or may not have it: nothing more until they write again.</summary>
    Blocked,

    /// <summary>There is no such chat, and none can be made: nothing more until they write again.</summary>
    Lost,
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

    /// <summary>What kind of fault it is.</summary>
    public ChannelFault Fault { get; init; }

    /// <summary>The channel's own word for it, e.g. "ConversationBlockedByUser"; never anything that a person wrote.</summary>
    public string Code { get; init; } = "";

    /// <summary>How long to wait, if the channel said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
