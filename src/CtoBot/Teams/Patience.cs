using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>
/// Tells somebody who waits that something is being done: the sign of typing at once, and words if it takes long. The words go when it is done,
/// and what came of it takes their place.
/// </summary>
internal sealed partial class Patience(TimeProvider time, ILogger<Patience> log)
{
    /// <summary>How long the sign of typing is enough.</summary>
    public static readonly TimeSpan Brief = TimeSpan.FromSeconds(2);

    /// <summary>How long telling may hold up what is told of.</summary>
    private static readonly TimeSpan TellTime = TimeSpan.FromSeconds(2);

    /// <summary>Does the work, and tells of it.</summary>
    /// <param name="turnContext">Where.</param>
    /// <param name="words">What is said if it takes longer than <see cref="Brief"/>.</param>
    /// <param name="work">The work; it may keep a processor busy.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<T> DuringAsync<T>(ITurnContext turnContext, string words, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        var working = Task.Run(work, cancellationToken);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var brief = Task.Delay(Brief, time, done.Token);
        await TellAsync(token => turnContext.SendActivityAsync(new Activity { Type = ActivityTypes.Typing }, token), cancellationToken);
        var told = await Task.WhenAny(working, brief) == brief && brief.IsCompletedSuccessfully
            ? await TellAsync(token => turnContext.SendActivityAsync(Outgoing.Text(words), token), cancellationToken)
            : null;
        try
        {
            return await working;
        }
        finally
        {
            await done.CancelAsync();
            if (told is { Id.Length: > 0 })
                await TakeBackAsync(turnContext, told.Id, cancellationToken);
        }
    }

    /// <summary>Takes a message back. One that cannot be taken back stays.</summary>
    public Task TakeBackAsync(ITurnContext turnContext, string message, CancellationToken cancellationToken) => TellAsync(
        async token =>
        {
            await turnContext.DeleteActivityAsync(message, token);
            return new ResourceResponse(message);
        },
        cancellationToken);

    /// <summary>What is only told on the way does not keep anybody from what they asked for.</summary>
    private async Task<ResourceResponse?> TellAsync(Func<CancellationToken, Task<ResourceResponse>> tell, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TellTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await tell(limited.Token);
        }
        catch (Exception failure)
        {
            var reason = ConnectorFaults.Of(failure).Message;
            LogUntold(log, reason);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What is told on the way did not go out: {Reason}")]
    private static partial void LogUntold(ILogger logger, string reason);
}
