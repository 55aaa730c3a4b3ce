using CtoBot.Core;
using CtoBot.Core.State;
using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CtoBot.Teams;

/// <summary>
/// Speaks first: sends to a person's private chat by the reference that is kept with their state. A chat that is not known, or no
/// longer, is made once; <see cref="Chat"/> then names it. A group chat is spoken to by its own reference, and never made.
/// </summary>
/// <param name="adapter">Sends.</param>
/// <param name="appId">The bot's app id; empty in Development without one.</param>
/// <param name="global">Where Teams is served for everybody of whom no other address is known; null if that is not one place.</param>
/// <param name="links">Makes links to what is kept.</param>
/// <param name="limits">What may be sent how fast.</param>
/// <param name="time">The clock.</param>
/// <param name="person">To whom.</param>
/// <param name="window">Until when a message may begin to go out; null for as long as the caller waits.</param>
internal sealed class ProactiveChannel(CloudAdapter adapter, string appId, string? global, ExportAddress links, SendLimits limits, TimeProvider time, PersonKey person, SendWindow? window) : IChannel
{
    /// <summary>How often a message is tried here, with waits that grow; later is the caller's business.</summary>
    private const int Attempts = 3;

    /// <summary>How long the connector may take for one message.</summary>
    private static readonly TimeSpan AttemptTime = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(0.5);

    /// <summary>The place of what was sent and is not recorded.</summary>
    private IDisposable? place;

    /// <inheritdoc/>
    public bool AnswersRepeats => false;

    /// <inheritdoc/>
    public ChatReference? Chat { get; private set; }

    /// <inheritdoc/>
    public async Task SendAsync(Turn turn, CancellationToken cancellationToken)
    {
        var chat = turn.State.Chat ?? Unmet();
        if (chat.Trusted != (appId.Length > 0))
            throw new ChannelException("no token of this bot's callers verified where the chat is");
        foreach (var reply in await links.WithLinksAsync(turn.Replies, person, cancellationToken))
            chat = await SendAsync(chat, Outgoing.Message(reply, turn.Texts), cancellationToken);
    }

    /// <inheritdoc/>
    public void Settled() => Interlocked.Exchange(ref place, null)?.Dispose();

    /// <summary>Sends a message, and returns the chat that it is in.</summary>
    private async Task<ChatReference> SendAsync(ChatReference chat, Activity message, CancellationToken cancellationToken)
    {
        if (chat.ConversationId is not null)
        {
            try
            {
                await ContinueAsync(chat, message, cancellationToken);
                return chat;
            }
            catch (ChannelException failure) when (failure.Fault == ChannelFault.Lost && !chat.IsGroup)
            {
                // The chat that was kept is no more. A new one is made once: if it is not found either, that is the answer.
                Chat = chat with { ConversationId = null };
            }
        }

        Chat = await CreateAsync(chat, cancellationToken);
        await ContinueAsync(Chat, message, cancellationToken);
        return Chat;
    }

    private Task ContinueAsync(ChatReference chat, Activity message, CancellationToken cancellationToken) => TryAsync(
        chat,
        "message",
        token => adapter.ContinueConversationAsync(appId, Reference(chat), (turn, ended) => turn.SendActivityAsync(message, ended), token),
        cancellationToken);

    private async Task<ChatReference> CreateAsync(ChatReference chat, CancellationToken cancellationToken)
    {
        var parameters = new ConversationParameters
        {
            IsGroup = false,
            Bot = new ChannelAccount(chat.BotId),
            Members = [new ChannelAccount(chat.UserId)],
            TenantId = chat.TenantId,
            ChannelData = new TeamsChannelData { Tenant = new TenantInfo(chat.TenantId) },
        };
        string? made = null;
        await TryAsync(
            chat,
            "creation",
            token => adapter.CreateConversationAsync(
                appId,
                chat.ChannelId,
                chat.ServiceUrl,
                audience: null,
                parameters,
                (turn, _) =>
                {
                    made = turn.Activity.Conversation.Id;
                    return Task.CompletedTask;
                },
                token),
            cancellationToken);
        return made is { Length: > 0 } ? chat with { ConversationId = made } : throw new ChannelException("the connector made a chat without an id");
    }

    /// <summary>Makes a call of the connector within the limits, and again where its fault passes.</summary>
    private async Task TryAsync(ChatReference chat, string kind, Func<CancellationToken, Task> call, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            ChannelException failure;
            IDisposable? entered = await EnterAsync(chat.TenantId, $"{kind} {(chat.IsGroup ? chat.ConversationId : chat.UserId)}", cancellationToken);
            try
            {
                using var limit = new CancellationTokenSource(AttemptTime, time);
                using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
                await call(limited.Token);
                (place, entered) = (entered, null);
                return;
            }
            catch (Exception reason)
            {
                failure = ConnectorFaults.Of(reason);
            }
            finally
            {
                if (entered != place)
                    entered?.Dispose();
            }

            var wait = FirstWait * Math.Pow(2, attempt - 1) * (1 + Random.Shared.NextDouble());
            if (failure.Fault == ChannelFault.Throttled)
                limits.Hold(chat.TenantId, failure.RetryAfter ?? wait);
            if (failure.Fault is not (ChannelFault.Passing or ChannelFault.Throttled) || attempt == Attempts || cancellationToken.IsCancellationRequested || window?.IsOver(time.GetUtcNow()) == true)
                throw failure;
            if (failure.Fault == ChannelFault.Passing)
                await WaitAsync(wait, failure, cancellationToken);
        }
    }

    /// <summary>The place of this channel's messages if it has one, else a new one: whoever waits for it when the time is over has not failed, since nothing began to go out.</summary>
    private async ValueTask<IDisposable> EnterAsync(string tenant, string chat, CancellationToken cancellationToken)
    {
        if (place is not null)
        {
            await limits.NextAsync(tenant, chat, cancellationToken);
            return place;
        }

        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, window?.Closing ?? CancellationToken.None);
        var entered = await limits.EnterAsync(tenant, chat, waiting.Token);
        if (window?.IsOver(time.GetUtcNow()) != true)
            return entered;
        entered.Dispose();
        throw new OperationCanceledException("no place became free in time");
    }

    /// <summary>Waits, and gives up with the failure if there is no time for it.</summary>
    private static async Task WaitAsync(TimeSpan wait, ChannelException failure, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(wait, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            throw failure;
        }
    }

    private static ConversationReference Reference(ChatReference chat) => new()
    {
        ChannelId = chat.ChannelId,
        ServiceUrl = chat.ServiceUrl,
        Bot = new ChannelAccount(chat.BotId),
        User = new ChannelAccount(chat.UserId),
        Conversation = chat.IsGroup
            ? new ConversationAccount(isGroup: true, conversationType: "groupChat", id: chat.ConversationId, tenantId: chat.TenantId)
            : new ConversationAccount(conversationType: "personal", id: chat.ConversationId, tenantId: chat.TenantId),
    };

    /// <summary>The person wrote before chats were kept: Teams knows them by their Entra id as well.</summary>
    private ChatReference Unmet() => appId.Length > 0 && global is not null
        ? new ChatReference(global, "msteams", "28:" + appId, person.UserId, person.TenantId, ConversationId: null, Trusted: true)
        : throw new ChannelException("nothing tells where the person is");
}
