namespace CtoBot.Turns;

/// <summary>The way to people who have not just written: for reminders, and for what one person does that another is told of.</summary>
public interface IChannels
{
    /// <summary>
    /// A channel to a person's private chat, for one turn of theirs: <c>turns.RunAsync(person, input, channels.To(person), …)</c>.
    /// It keeps the limits of the service. Sending fails with a <see cref="ChannelException"/> if they cannot be reached.
    /// </summary>
    IChannel To(PersonKey person);
}
