using System.Collections.Immutable;
using System.Net;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.State;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>
/// Answers in a group chat. The card that was pressed is replaced for everybody there, and not only for who pressed it: so its message is updated, and
/// the response of an invoke holds the same.
/// </summary>
internal sealed class GroupChannel(ITurnContext turnContext) : IGroupChannel
{
    /// <summary>More people than a group chat holds.</summary>
    private const int RosterPage = 500;

    /// <summary>How many are named.</summary>
    private const int MaxGuests = 20;

    private readonly bool _isInvoke = turnContext.Activity.Type == ActivityTypes.Invoke;

    /// <summary>What the invoke answers, or null if nothing does yet.</summary>
    public AdaptiveCardInvokeResponse? InvokeAnswer { get; private set; }

    /// <inheritdoc/>
    public bool AnswersRepeats => _isInvoke;

    /// <inheritdoc/>
    public bool IsGroup => true;

    /// <inheritdoc/>
    public ChatReference? Group { get; } = ChatReader.OfGroup(turnContext);

    /// <inheritdoc/>
    public string Name => ActivityReader.ChatNameOf(turnContext.Activity);

    /// <inheritdoc/>
    public async Task<ImmutableList<string>> GuestsAsync(CancellationToken cancellationToken)
    {
        var tenant = ActivityReader.TenantOf(turnContext.Activity);
        var guests = ImmutableList.CreateBuilder<string>();
        string? next = null;
        try
        {
            do
            {
                var page = await TeamsInfo.GetPagedMembersAsync(turnContext, RosterPage, next, cancellationToken);
                guests.AddRange(page.Members.Where(member => Roster.IsGuest(member, tenant)).Select(member => member.Name ?? ""));
                next = page.ContinuationToken;
            }
            while (!string.IsNullOrEmpty(next) && guests.Count < MaxGuests);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw ConnectorFaults.Of(failure);
        }

        return [.. guests.Take(MaxGuests)];
    }

    /// <inheritdoc/>
    public async Task<bool> HasAsync(string personId, CancellationToken cancellationToken)
    {
        try
        {
            return await TeamsInfo.GetMemberAsync(turnContext, personId, cancellationToken) is not null;
        }
        catch (ErrorResponseException failure) when (failure.Response?.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            throw ConnectorFaults.Of(failure);
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(Turn turn, CancellationToken cancellationToken)
    {
        // The card takes the place of the one that was pressed; words beside it are said after it.
        var replaced = Pressed is null ? null : turn.Replies.FirstOrDefault(reply => reply is not Reply.Say);
        if (_isInvoke && replaced is not null)
            InvokeAnswer = Teams.InvokeAnswer.Card(CardRenderer.Write(replaced, turn.Texts)!);
        foreach (var reply in turn.Replies)
        {
            var message = Outgoing.Message(reply, turn.Texts);
            if (ReferenceEquals(reply, replaced) && Pressed is { } pressed)
                await Outgoing.ReplaceAsync(turnContext, pressed, message, cancellationToken);
            else
                await Outgoing.SendAsync(token => turnContext.SendActivityAsync(message, token), cancellationToken);
        }
    }

    /// <summary>The message of the card that was pressed, or null for typed words.</summary>
    private string? Pressed =>
        turnContext.Activity is { ReplyToId: { Length: > 0 } id } && (_isInvoke || (turnContext.Activity.Value is not null && string.IsNullOrEmpty(turnContext.Activity.Text))) ? id : null;
}
