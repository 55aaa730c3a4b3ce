using CtoBot.Access;
using CtoBot.Core.Content;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>
/// Stands before the bot for one request: the token is good by now, and nothing has been read yet. Who takes no part is refused or told
/// so; who is too fast is told so once in a while.
/// </summary>
internal sealed partial class AdmittingBot(IBot bot, AccessPolicy policy, RateLimits rates, ContentLibrary library, TimeProvider time, ILogger<AdmittingBot> log) : IBot
{
    /// <summary>How long telling somebody may take.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <summary>The status to answer with, or null where the bot's own stands.</summary>
    public int? Refused { get; private set; }

    /// <inheritdoc/>
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var caller = CallerReader.Of(turnContext.Activity);
        var admission = policy.Decide(caller);
        if (admission == Admission.OtherTenant)
            Refuse(StatusCodes.Status403Forbidden, "its tenant is not allowed");
        else if (admission == Admission.Bot)
            Refuse(StatusCodes.Status403Forbidden, "it is of another bot");
        else
            await EnterAsync(turnContext, caller, admission, cancellationToken);
    }

    private async Task EnterAsync(ITurnContext turnContext, Caller caller, Admission admission, CancellationToken cancellationToken)
    {
        using var lease = await rates.EnterAsync(caller, cancellationToken);
        if (!lease.IsAcquired)
        {
            Refused = StatusCodes.Status429TooManyRequests;
            LogTooFast(log);
            if (!rates.IsToBeTold(caller))
                return;
            LogRefused(log, StatusCodes.Status429TooManyRequests, "too much of one person or tenant came at once");
            if (IsHeard(turnContext.Activity))
                await SayAsync(turnContext, "error.tooFast", cancellationToken);
        }
        else if (admission == Admission.Guest)
        {
            LogGuest(log);
            if (IsHeard(turnContext.Activity) || turnContext.Activity.Type == ActivityTypes.InstallationUpdate)
                await SayAsync(turnContext, "error.guest", cancellationToken);
        }
        else
        {
            await bot.OnTurnAsync(turnContext, cancellationToken);
        }
    }

    private void Refuse(int status, string reason)
    {
        Refused = status;
        LogRefused(log, status, reason);
    }

    /// <summary>Whether somebody waits for an answer.</summary>
    private static bool IsHeard(Activity activity) => activity.Type is ActivityTypes.Message or ActivityTypes.Invoke;

    private async Task SayAsync(ITurnContext turnContext, string key, CancellationToken cancellationToken)
    {
        var words = library.TextsFor(ActivityReader.ClientOf(turnContext.Activity).Locale)[key];
        using var limit = new CancellationTokenSource(AnswerTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await Outgoing.SendAsync(token => turnContext.SendActivityAsync(Answer(turnContext.Activity, words), token), limited.Token);
        }
        catch (ChannelException failure)
        {
            LogUnsent(log, failure.Message);
        }
    }

    /// <summary>Who pressed a button sees the words beside it; a card stays as it is.</summary>
    private static Activity Answer(Activity activity, string words) => activity.Type == ActivityTypes.Invoke
        ? new Activity { Type = ActivityTypesEx.InvokeResponse, Value = new InvokeResponse { Status = StatusCodes.Status200OK, Body = InvokeAnswer.Message(words) } }
        : Outgoing.Text(words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, int status, string reason);

    // At a level that is off: a flood must not become one of the log.
    [LoggerMessage(Level = LogLevel.Debug, Message = "A request was refused with 429")]
    private static partial void LogTooFast(ILogger logger);

    [LoggerMessage(Level = LogLevel.Information, Message = "A guest was told that the bot does not talk to guests")]
    private static partial void LogGuest(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer did not go out: {Reason}")]
    private static partial void LogUnsent(ILogger logger, string reason);
}
