namespace CtoBot.Turns;

/// <summary>The way to people who have not just written: for reminders, and for what one person does that another is told of.</summary>
public interface IOutreach
{
    /// <summary>
    /// A channel to a person's private chat, for one turn of theirs: <c>turns.RunAsync(person, input, outreach.To(person), …)</c>.
    /// It keeps the limits of the service, and fails with a <see cref="ChannelException"/> if the person was never met.
    /// </summary>
    /// <param name="person">Whom.</param>
    /// <param name="window">Until when a message may begin to go out; null for as long as the caller waits. What waits for its place when it is over
    /// ends with an <see cref="OperationCanceledException"/>.</param>
    IChannel To(PersonKey person, SendWindow? window = null);

    /// <summary>How long nothing can go to a tenant from now on, because the service asked to wait; zero if it did not.</summary>
    TimeSpan HeldFor(string tenantId);
}
