namespace CtoBot.Turns;

/// <summary>The way to people who have not just written: for what one person does that another is told of.</summary>
public interface IChannels
{
    /// <summary>A channel to a person's private chat. Sending fails with a <see cref="ChannelException"/> if they cannot be reached.</summary>
    IChannel To(PersonKey person);
}
