namespace CtoBot.Turns;

/// <summary>The way to people who have not just written: for reminders, and for what one person does that another is told of.</summary>
public interface IOutreach
{
    /// <summary>
    /// A channel to a person's private chat, for one turn of theirs: <c>turns.RunAsync(person, input, outreach.To(person), …)</c>.
    /// It keeps the limits of the service, and fails with a <see cref="ChannelException"/> if the person was never met.
    /// </summary>
    IChannel To(PersonKey person);

    /// <summary>How long nothing can go to a tenant from now on, because the service asked to wait; zero if it did not.</summary>
    TimeSpan HeldFor(string tenantId);
}
