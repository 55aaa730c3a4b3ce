using System.Collections.Immutable;
using CtoBot.Core.State;

namespace CtoBot.Turns;

/// <summary>A group chat, in which others read along.</summary>
public interface IGroupChannel : IChannel
{
    /// <summary>Where it is, so that the bot can speak there later; null if the channel does not say enough.</summary>
    ChatReference? Group { get; }

    /// <summary>What it is called; empty if the channel gives it no name.</summary>
    string Name => "";

    /// <summary>The names of those in it who are no members of the organisation; empty for one without a name. At most a few of many.</summary>
    /// <exception cref="ChannelException">It could not be found out.</exception>
    Task<ImmutableList<string>> GuestsAsync(CancellationToken cancellationToken);

    /// <summary>Whether a person of the tenant is in it.</summary>
    /// <param name="personId">The Entra object id.</param>
    /// <param name="cancellationToken">Ends the look-up.</param>
    /// <exception cref="ChannelException">It could not be found out.</exception>
    Task<bool> HasAsync(string personId, CancellationToken cancellationToken);
}

/// <summary>What became of an input in a group chat.</summary>
public enum GroupTurn
{
    /// <summary>It was taken in and answered there.</summary>
    Taken,

    /// <summary>The person shares nothing with anybody, or not what the card is about: nothing was said and nothing changed.</summary>
    NotTheirs,

    /// <summary>The other is not in the chat: nothing was said and nothing changed.</summary>
    OtherAbsent,

    /// <summary>The person was written to in their private chat, and nothing was said here.</summary>
    Alone,

    /// <summary>The person has no private chat in which they could be written to: nothing was said.</summary>
    Unmet,
}
