using System.Collections.Immutable;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Export;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>
/// Answers within a turn. The card that was pressed is replaced: by the response of the invoke, or,
/// if the client only knows Action.Submit, by an update of its message.
/// </summary>
internal sealed class TeamsChannel(ITurnContext turnContext, ExportAddress links) : IChannel
{
    private readonly bool _isInvoke = turnContext.Activity.Type == ActivityTypes.Invoke;

    /// <summary>What the invoke answers, or null if nothing does yet.</summary>
    public AdaptiveCardInvokeResponse? InvokeAnswer { get; private set; }

    /// <inheritdoc/>
    public bool AnswersRepeats => _isInvoke;

    /// <inheritdoc/>
    public async Task SendAsync(ImmutableArray<Reply> replies, Texts texts, CancellationToken cancellationToken)
    {
        replies = await WithLinksAsync(replies, cancellationToken);
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
            var activity = CardRenderer.Render(reply, texts) is { } card ? Outgoing.Card(card, reply) : Outgoing.Text(((Reply.Say)reply).Text);
            await Outgoing.SendAsync(token => turnContext.SendActivityAsync(activity, token), cancellationToken);
        }
    }

    private async Task<ImmutableArray<Reply>> WithLinksAsync(ImmutableArray<Reply> replies, CancellationToken cancellationToken)
    {
        for (var index = 0; index < replies.Length; index++)
        {
            if (replies[index] is Reply.Export export && ActivityReader.PersonOf(turnContext.Activity) is { } person)
                replies = replies.SetItem(index, export with { Links = await links.LinksAsync(person, cancellationToken) });
        }

        return replies;
    }

    /// <summary>The message of the card whose Action.Submit this is, or null for anything else.</summary>
    private string? PressedMessage =>
        turnContext.Activity is { Type: ActivityTypes.Message, Value: not null, ReplyToId: { Length: > 0 } id } && string.IsNullOrEmpty(turnContext.Activity.Text) ? id : null;

    private static (int Index, AdaptiveCards.AdaptiveCard? Card) FirstCard(ImmutableArray<Reply> replies, Texts texts)
    {
        for (var index = 0; index < replies.Length; index++)
        {
            if (CardRenderer.Render(replies[index], texts) is { } card)
                return (index, card);
        }

        return (-1, null);
    }
}
