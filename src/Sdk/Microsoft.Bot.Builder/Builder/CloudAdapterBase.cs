using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>An adapter for the Bot Framework protocol, whatever the host.</summary>
public abstract partial class CloudAdapterBase : BotAdapter
{
    /// <summary>Creates an adapter.</summary>
    /// <param name="botFrameworkAuthentication">Decides who may call.</param>
    /// <param name="logger">Takes what the adapter has to tell.</param>
    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        ArgumentNullException.ThrowIfNull(botFrameworkAuthentication);
        BotFrameworkAuthentication = botFrameworkAuthentication;
        Logger = logger ?? NullLogger.Instance;
    }

    /// <summary>Decides who may call.</summary>
    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    /// <summary>Takes what the adapter has to tell.</summary>
    protected ILogger Logger { get; }

    /// <inheritdoc/>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
            responses[i] = await SendAsync(turnContext, activities[i], cancellationToken) ?? new ResourceResponse(string.Empty);
        return responses;
    }

    /// <inheritdoc/>
    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken) =>
        Conversations(turnContext).UpdateActivityAsync(activity, cancellationToken);

    /// <inheritdoc/>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        Conversations(turnContext).DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);

    /// <inheritdoc/>
    public override async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = IdentityOf(botId);
        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        using var connector = await connectors.CreateAsync(reference.ServiceUrl, null, cancellationToken);
        using var turn = NewTurn(reference.GetContinuationActivity(), identity, null, connector, connectors, callback);
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(serviceUrl);
        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = IdentityOf(botAppId);
        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        using var connector = await connectors.CreateAsync(serviceUrl, audience, cancellationToken);
        var created = await connector.Conversations.CreateConversationAsync(conversationParameters, cancellationToken);
        using var turn = NewTurn(CreateActivity(created, channelId, serviceUrl, conversationParameters), identity, audience, connector, connectors, callback);
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    /// <summary>Runs the turn of an authenticated request.</summary>
    /// <param name="authenticateRequestResult">What is known of the request.</param>
    /// <param name="activity">The activity.</param>
    /// <param name="callback">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>
    /// The answer to an invoke (501 when the turn gave none); 400 for an activity that lacks a conversation or a service
    /// URL, without which it cannot be answered; else null.
    /// </returns>
    protected async Task<InvokeResponse> ProcessActivityAsync(AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activity.Conversation?.Id) || !IsHttp(activity.ServiceUrl))
        {
            LogUnanswerable(Logger);
            return new InvokeResponse { Status = (int)HttpStatusCode.BadRequest };
        }

        activity.CallerId = authenticateRequestResult.CallerId;
        using var connector = await authenticateRequestResult.ConnectorFactory.CreateAsync(activity.ServiceUrl, authenticateRequestResult.Audience, cancellationToken);
        using var turn = NewTurn(activity, authenticateRequestResult.ClaimsIdentity, authenticateRequestResult.Audience, connector, authenticateRequestResult.ConnectorFactory, callback);
        await RunPipelineAsync(turn, callback, cancellationToken);
        return activity.Type == ActivityTypes.Invoke
            ? turn.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse ?? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented }
            : null;
    }

    private static async Task<ResourceResponse> SendAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        activity.Id = null;
        switch (activity.Type)
        {
            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState.Add(InvokeResponseKey, activity);
                return null;
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;
            default:
                return string.IsNullOrWhiteSpace(activity.ReplyToId)
                    ? await Conversations(turnContext).SendToConversationAsync(activity, cancellationToken)
                    : await Conversations(turnContext).ReplyToActivityAsync(activity, cancellationToken);
        }
    }

    private static IConversations Conversations(ITurnContext turnContext) => turnContext.TurnState.Get<IConnectorClient>().Conversations;

    private static bool IsHttp(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp);

    private static ClaimsIdentity IdentityOf(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);

    private static Activity CreateActivity(ConversationResourceResponse created, string channelId, string serviceUrl, ConversationParameters parameters) => new(ActivityTypes.Event)
    {
        Name = "CreateConversation",
        ChannelId = channelId,
        ServiceUrl = serviceUrl,
        Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
        Conversation = new ConversationAccount(id: created.Id, isGroup: parameters.IsGroup, tenantId: parameters.TenantId),
        ChannelData = parameters.ChannelData,
        Recipient = parameters.Bot,
    };

    private TurnContext NewTurn(Activity activity, ClaimsIdentity identity, string scope, IConnectorClient connector, ConnectorFactory connectors, BotCallbackHandler callback)
    {
        var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        turn.TurnState.Add(connector);
        turn.TurnState.Add(connectors);
        turn.TurnState.Add(callback);
        turn.TurnState.Set(OAuthScopeKey, scope);
        return turn;
    }

    [LoggerMessage(EventId = 5, Level = LogLevel.Warning, Message = "A request was refused with 400: its activity has no conversation or no service URL.")]
    private static partial void LogUnanswerable(ILogger logger);
}
