using System.Collections.Immutable;
using System.Net;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Core.State;
using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CtoBot.Teams;

/// <summary>
/// Answers within a turn. The card that was pressed is replaced: by the response of the invoke, or,
/// if the client only knows Action.Submit, by an update of its message.
/// </summary>
internal sealed class TeamsChannel(ITurnContext turnContext, ExportAddress links, FileSaver files) : IChannel
{
    private readonly bool _isInvoke = turnContext.Activity.Type == ActivityTypes.Invoke;

    /// <summary>What the invoke answers, or null if nothing does yet.</summary>
    public AdaptiveCardInvokeResponse? InvokeAnswer { get; private set; }

    /// <inheritdoc/>
    public bool AnswersRepeats => _isInvoke;

    /// <inheritdoc/>
    public ChatReference? Chat { get; } = ChatReader.Of(turnContext);

    /// <inheritdoc/>
    public async Task<bool> IsGuestAsync(CancellationToken cancellationToken)
    {
        try
        {
            var member = await TeamsInfo.GetMemberAsync(turnContext, turnContext.Activity.From.Id, cancellationToken);
            return Roster.IsGuest(member, ActivityReader.PersonOf(turnContext.Activity)?.TenantId);
        }
        catch (ErrorResponseException failure) when (failure.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            // Whoever does not stand in the roster of their own chat is nobody whom the organisation knows.
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw ConnectorFaults.Of(failure);
        }
    }

    /// <inheritdoc/>
    public Task SendAsync(Turn turn, CancellationToken cancellationToken) => SendAsync(turn.Replies, turn.Texts, cancellationToken);

    /// <summary>Sends replies that are of no turn, or of one.</summary>
    /// <exception cref="ChannelException">The channel did not take them.</exception>
    public async Task SendAsync(ImmutableArray<Reply> replies, Texts texts, CancellationToken cancellationToken)
    {
        var person = ActivityReader.PersonOf(turnContext.Activity);
        if (person is not null)
            replies = await links.WithLinksAsync(replies, person, cancellationToken, files.Serves(Chat));
        var rest = replies;
        if (_isInvoke && InvokeAnswer is null)
        {
            var (first, card) = FirstCard(replies, texts);
            if (card is not null)
            {
                InvokeAnswer = Teams.InvokeAnswer.Card(card);
                rest = replies.RemoveAt(first);
            }
        }
        else if (PressedMessage is { } pressed && FirstCard(replies, texts) is (var index, { } card))
        {
            await Outgoing.ReplaceAsync(turnContext, pressed, Outgoing.Card(card, replies[index]), cancellationToken);
            rest = replies.RemoveAt(index);
        }

        foreach (var reply in rest)
        {
            var shown = reply;
            if (reply is Reply.Save save)
            {
                if (await files.OfferAsync(turnContext, person!, save, texts, cancellationToken))
                    continue;
                shown = save.Otherwise;
            }

            var activity = Outgoing.Message(shown, texts);
            await Outgoing.SendAsync(token => turnContext.SendActivityAsync(activity, token), cancellationToken);
        }
    }

    /// <summary>The message of the card whose Action.Submit this is, or null for anything else.</summary>
    private string? PressedMessage =>
        turnContext.Activity is { Type: ActivityTypes.Message, Value: not null, ReplyToId: { Length: > 0 } id } && string.IsNullOrEmpty(turnContext.Activity.Text) ? id : null;

    private static (int Index, JRaw? Card) FirstCard(ImmutableArray<Reply> replies, Texts texts)
    {
        for (var index = 0; index < replies.Length; index++)
        {
            if (CardRenderer.Write(replies[index], texts) is { } card)
                return (index, card);
        }

        return (-1, null);
    }
}
