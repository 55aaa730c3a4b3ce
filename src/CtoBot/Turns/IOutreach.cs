namespace CtoBot.Turns;

/// <summary>The way to people who have not just written, and how long it is closed: for reminders.</summary>
public interface IOutreach : IChannels
{
    /// <summary>How long nothing can go to a tenant from now on, because the service asked to wait; zero if it did not.</summary>
    TimeSpan HeldFor(string tenantId);
}
