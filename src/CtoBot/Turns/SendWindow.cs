namespace CtoBot.Turns;

/// <summary>How long a message may still begin to go out. One that has begun is not ended by it.</summary>
/// <param name="Latest">The last instant.</param>
/// <param name="Closing">Ends it earlier, as the end of the process does.</param>
public sealed record SendWindow(DateTimeOffset Latest, CancellationToken Closing)
{
    /// <summary>Whether it is over.</summary>
    public bool IsOver(DateTimeOffset now) => now >= Latest || Closing.IsCancellationRequested;
}
