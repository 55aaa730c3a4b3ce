using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Export;
using CtoBot.Telemetry;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CtoBot.Teams;

/// <summary>
/// The edge to Teams: makes an <see cref="Input"/> of an activity, runs the turn, and answers. The one place that catches.
/// </summary>
internal sealed partial class TeamsBot(TurnRunner turns, ContentLibrary library, ExportAddress links, FileSaver files, TimeProvider time, ILogger<TeamsBot> log) : TeamsActivityHandler
{
    /// <summary>How long a turn may take in all: Teams delivers again what is not answered within 15 seconds.</summary>
    private static readonly TimeSpan TurnTime = TimeSpan.FromSeconds(14);

    /// <summary>How long an answer may take that needs no turn, or that says that there was none.</summary>
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(5);

    /// <inheritdoc/>
    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        if (ActivityReader.IsShared(turnContext.Activity))
            await HearInGroupAsync(turnContext, cancellationToken);
        else
            await RunAsync(turnContext, ActivityReader.Message(turnContext.Activity), new TeamsChannel(turnContext, links, files), cancellationToken);
    }

    /// <summary>In a group chat the bot knows the five questions of two who are both there, and that somebody wants to share something; for everything else there is the private chat.</summary>
    private async Task HearInGroupAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var input = ActivityReader.Message(turnContext.Activity);
        var isKnown = input is not Input.Said said || Conversation.UnderstandsInGroup(library, said.Client, said.Words);
        var became = isKnown ? await RunInGroupAsync(turnContext, input, new GroupChannel(turnContext), cancellationToken) : GroupTurn.NotTheirs;
        var texts = TextsOf(turnContext);
        var answer = became switch
        {
            GroupTurn.NotTheirs => SharedChat.Answer(turnContext.Activity, texts),
            GroupTurn.OtherAbsent => Outgoing.Text(texts["pair.groupAbsent"]),
            GroupTurn.Alone => Outgoing.Text(texts["share.groupAlone"]),
            GroupTurn.Unmet => SharedChat.Unmet(turnContext.Activity, texts),
            _ => null,
        };
        if (answer is not null)
            await SayAsync(turnContext, answer, cancellationToken);
    }

    /// <summary>What an invoke answers by a message is seen by nobody but who pressed.</summary>
    private async Task<AdaptiveCardInvokeResponse> PressInGroupAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var channel = new GroupChannel(turnContext);
        var pressed = ActivityReader.Pressed(turnContext.Activity, invokeValue?.Action?.Verb, invokeValue?.Action?.Data);
        return await RunInGroupAsync(turnContext, pressed, channel, cancellationToken) switch
        {
            GroupTurn.NotTheirs => InvokeAnswer.Message(TextsOf(turnContext)["pair.groupOthers"]),
            GroupTurn.OtherAbsent => InvokeAnswer.Message(TextsOf(turnContext)["pair.groupAbsent"]),
            _ => channel.InvokeAnswer ?? InvokeAnswer.Message(""),
        };
    }

    private async Task<GroupTurn> RunInGroupAsync(ITurnContext turnContext, Input input, GroupChannel channel, CancellationToken cancellationToken)
    {
        if (ActivityReader.PersonOf(turnContext.Activity) is not { } person || channel.Group is null)
            return GroupTurn.NotTheirs;
        var became = GroupTurn.Taken;
        await GuardedAsync(
            input,
            async limited => became = await turns.RunInGroupAsync(person, input, channel, limited),
            problem => SayAsync(turnContext, Outgoing.Text(TextsOf(turnContext)[problem]), cancellationToken),
            cancellationToken);
        return became;
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
            return await PressInGroupAsync(turnContext, invokeValue, cancellationToken);
        var channel = new TeamsChannel(turnContext, links, files);
        await RunAsync(turnContext, ActivityReader.Pressed(turnContext.Activity, invokeValue?.Action?.Verb, invokeValue?.Action?.Data), channel, cancellationToken);
        return channel.InvokeAnswer ?? InvokeAnswer.Message("");
    }

    /// <inheritdoc/>
    protected override Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        AnswerConsentAsync(turnContext, (person, limited) => files.AcceptAsync(turnContext, person, fileConsentCardResponse, limited), cancellationToken);

    /// <inheritdoc/>
    protected override Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        AnswerConsentAsync(turnContext, (_, limited) => files.DeclineAsync(turnContext, fileConsentCardResponse, limited), cancellationToken);

    /// <summary>The state is not touched, so there is no turn. Such cards are in private chats only: elsewhere, and of nobody, nothing is done.</summary>
    private async Task AnswerConsentAsync(ITurnContext turnContext, Func<PersonKey, CancellationToken, Task> answer, CancellationToken cancellationToken)
    {
        if (!files.Serves(ChatReader.Of(turnContext)) || ActivityReader.PersonOf(turnContext.Activity) is not { } person)
            return;
        await GuardedAsync(
            ActivityReader.Pressed(turnContext.Activity, null, null),
            limited => answer(person, limited),
            problem => SayAsync(turnContext, Outgoing.Text(TextsOf(turnContext)[problem]), cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // "add-upgrade" is a new version of the app, not a new acquaintance.
        if (turnContext.Activity.Action != InstallationUpdateActionTypes.Add)
            return Task.CompletedTask;
        return ActivityReader.IsShared(turnContext.Activity)
            ? SayAsync(turnContext, SharedChat.Hello(turnContext.Activity, TextsOf(turnContext)), cancellationToken)
            : RunAsync(turnContext, new Input.Installed(ActivityReader.IdOf(turnContext.Activity), ActivityReader.ClientOf(turnContext.Activity)), new TeamsChannel(turnContext, links, files), cancellationToken);
    }

    /// <inheritdoc/>
    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        ActivityReader.IsShared(turnContext.Activity) || turnContext.Activity.Action != InstallationUpdateActionTypes.Remove
            ? Task.CompletedTask
            : RunAsync(turnContext, new Input.Removed(ActivityReader.IdOf(turnContext.Activity), ActivityReader.ClientOf(turnContext.Activity)), new TeamsChannel(turnContext, links, files), cancellationToken);

    /// <inheritdoc/>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        // Read here and not by the base class, which would ask the connector for every member that was added.
        // In a group the installation update alone says hello: the two arrive together, and nothing is kept of a group to tell them apart.
        var botAdded = turnContext.Activity.MembersAdded?.Any(member => member?.Id is { } id && id == turnContext.Activity.Recipient?.Id) == true;
        return !botAdded || ActivityReader.IsShared(turnContext.Activity)
            ? Task.CompletedTask
            : RunAsync(turnContext, new Input.Installed(ActivityReader.IdOf(turnContext.Activity), ActivityReader.ClientOf(turnContext.Activity)), new TeamsChannel(turnContext, links, files), cancellationToken);
    }

    private Texts TextsOf(ITurnContext turnContext) => library.TextsFor(ActivityReader.ClientOf(turnContext.Activity).Locale);

    private async Task RunAsync(ITurnContext turnContext, Input input, TeamsChannel channel, CancellationToken cancellationToken)
    {
        Task SayAsync(string problem) => TryAsync(token => channel.SendAsync([new Reply.Say(TextsOf(turnContext)[problem])], TextsOf(turnContext), token), cancellationToken);
        if (ActivityReader.PersonOf(turnContext.Activity) is { } person)
            await GuardedAsync(input, limited => turns.RunAsync(person, input, channel, limited), SayAsync, cancellationToken);
        else
            await SayAsync("error.anonymous");
    }

    /// <summary>Runs a turn within its time, and says so if it failed.</summary>
    private async Task GuardedAsync(Input input, Func<CancellationToken, Task> run, Func<string, Task> say, CancellationToken cancellationToken)
    {
        using var told = TurnTold.Begin(input, time);
        string problem;
        using var limit = new CancellationTokenSource(TurnTime, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await run(limited.Token);
            told?.Outcome = TurnTold.Ok;
            return;
        }
        catch (ChannelException failure)
        {
            // The state is saved; there is no other way to reach the person. The next message shows where they are.
            told?.Fail(TurnTold.Unsent, failure);
            LogUnsent(log, failure.Message);
            return;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            problem = KeyOf(failure);
            told?.Fail(problem, failure);
            LogFailed(log, problem, failure.GetType().Name, failure.StackTrace ?? "");
        }

        await say(problem);
    }

    private static string KeyOf(Exception failure) => failure switch
    {
        ErasureInterruptedException => "error.unerased",
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
