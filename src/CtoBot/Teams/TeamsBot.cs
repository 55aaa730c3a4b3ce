using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>
/// The edge to Teams: makes an <see cref="Input"/> of an activity, runs the turn, and answers. The one place that catches.
/// </summary>
public sealed partial class TeamsBot(TurnRunner turns, ContentLibrary library, TimeProvider time, ILogger<TeamsBot> log) : TeamsActivityHandler
{
    /// <summary>How long a turn may take in all: Teams delivers again what is not answered within 15 seconds.</summary>
    private static readonly TimeSpan TurnTime = TimeSpan.FromSeconds(14);

    /// <summary>How long an answer may take that needs no turn, or that says that there was none.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        if (ActivityReader.IsShared(turnContext.Activity))
            await SayAsync(turnContext, SharedChat.Answer(turnContext.Activity, TextsOf(turnContext)), cancellationToken);
        else
            await RunAsync(turnContext, ActivityReader.Message(turnContext.Activity), new TeamsChannel(turnContext), cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var answer = await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        // The base class answers 501 to what it does not know, which a caller may take for an outage.
        return answer is { Status: StatusCodes.Status501NotImplemented } ? new InvokeResponse { Status = StatusCodes.Status400BadRequest } : answer;
    }

    /// <inheritdoc/>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        if (ActivityReader.IsShared(turnContext.Activity))
            return InvokeAnswer.Message(TextsOf(turnContext)["shared.private"]);
        var channel = new TeamsChannel(turnContext);
        await RunAsync(turnContext, ActivityReader.Pressed(turnContext.Activity, invokeValue?.Action?.Verb, invokeValue?.Action?.Data), channel, cancellationToken);
        return channel.InvokeAnswer ?? InvokeAnswer.Message("");
    }

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // "add-upgrade" is a new version of the app, not a new acquaintance.
        if (turnContext.Activity.Action != InstallationUpdateActionTypes.Add)
            return Task.CompletedTask;
        return ActivityReader.IsShared(turnContext.Activity)
            ? SayAsync(turnContext, SharedChat.Hello(turnContext.Activity, TextsOf(turnContext)), cancellationToken)
            : RunAsync(turnContext, new Input.Installed(ActivityReader.IdOf(turnContext.Activity), ActivityReader.ClientOf(turnContext.Activity)), new TeamsChannel(turnContext), cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        ActivityReader.IsShared(turnContext.Activity) || turnContext.Activity.Action != InstallationUpdateActionTypes.Remove
            ? Task.CompletedTask
            : RunAsync(turnContext, new Input.Removed(ActivityReader.IdOf(turnContext.Activity), ActivityReader.ClientOf(turnContext.Activity)), new TeamsChannel(turnContext), cancellationToken);

    /// <inheritdoc/>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // Read here and not by the base class, which would ask the connector for every member that was added.
        // In a group the installation update alone says hello: the two arrive together, and nothing is kept of a group to tell them apart.
        var botAdded = turnContext.Activity.MembersAdded?.Any(member => member?.Id is { } id && id == turnContext.Activity.Recipient?.Id) == true;
        return !botAdded || ActivityReader.IsShared(turnContext.Activity)
            ? Task.CompletedTask
            : RunAsync(turnContext, new Input.Installed(ActivityReader.IdOf(turnContext.Activity), ActivityReader.ClientOf(turnContext.Activity)), new TeamsChannel(turnContext), cancellationToken);
    }

    private Texts TextsOf(ITurnContext turnContext) => library.TextsFor(ActivityReader.ClientOf(turnContext.Activity).Locale);

    private async Task RunAsync(ITurnContext turnContext, Input input, TeamsChannel channel, CancellationToken cancellationToken)
    {
        var problem = "error.anonymous";
        if (ActivityReader.PersonOf(turnContext.Activity) is { } person)
        {
            using var limit = new CancellationTokenSource(TurnTime, time);
            using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            try
            {
                await turns.RunAsync(person, input, channel, limited.Token);
                return;
            }
            catch (ChannelException failure)
            {
                // The state is saved; there is no other way to reach the person. The next message shows where they are.
                LogUnsent(log, failure.Message);
                return;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                problem = KeyOf(failure);
                LogFailed(log, problem, failure.GetType().Name, failure.StackTrace ?? "");
            }
        }

        await TryAsync(token => channel.SendAsync([new Reply.Say(TextsOf(turnContext)[problem])], TextsOf(turnContext), token), cancellationToken);
    }

    private static string KeyOf(Exception failure) => failure switch
    {
        StoreUnavailableException or OperationCanceledException => "error.unsaved",
        StateTooLargeException => "error.tooMuch",
        NewerSchemaException => "error.newer",
        _ => "error.broken",
    };

    private Task SayAsync(ITurnContext turnContext, IMessageActivity message, CancellationToken cancellationToken) =>
        TryAsync(limited => Outgoing.SendAsync(token => turnContext.SendActivityAsync(message, token), limited), cancellationToken);

    private async Task TryAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AnswerTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await send(limited.Token);
        }
        catch (ChannelException failure)
        {
            LogUnsent(log, failure.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer did not go out: {Reason}")]
    private static partial void LogUnsent(ILogger logger, string reason);

    // Without the exception itself: its message may hold what a person wrote.
    [LoggerMessage(Level = LogLevel.Error, Message = "Turn failed ({Problem}): {Type}\n{Stack}")]
    private static partial void LogFailed(ILogger logger, string problem, string type, string stack);
}
