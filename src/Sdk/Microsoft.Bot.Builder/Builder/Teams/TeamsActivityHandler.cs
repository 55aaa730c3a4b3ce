using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that knows what Teams adds.</summary>
public class TeamsActivityHandler : ActivityHandler
{
    private const string FileConsent = "fileConsent/invoke";

    /// <inheritdoc/>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.Name != FileConsent && (activity.Name is not null || activity.ChannelId != Channels.Msteams))
            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        try
        {
            return activity.Name == FileConsent
                ? await OnTeamsFileConsentAsync(turnContext, ReadFileConsent(activity.Value), cancellationToken)
                : await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    /// <summary>Handles an invoke without a name: a card action of the type invoke.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The answer.</returns>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(System.Net.HttpStatusCode.NotImplemented);

    /// <summary>Handles what a person answered to a file consent card: calls <see cref="OnTeamsFileConsentAcceptAsync"/> or <see cref="OnTeamsFileConsentDeclineAsync"/>.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="fileConsentCardResponse">The answer.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>Status 200 without a body; 400 for another action.</returns>
    protected virtual async Task<InvokeResponse> OnTeamsFileConsentAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken)
    {
        if (fileConsentCardResponse.Action == "accept")
            await OnTeamsFileConsentAcceptAsync(turnContext, fileConsentCardResponse, cancellationToken);
        else if (fileConsentCardResponse.Action == "decline")
            await OnTeamsFileConsentDeclineAsync(turnContext, fileConsentCardResponse, cancellationToken);
        else
            throw new InvokeResponseException(System.Net.HttpStatusCode.BadRequest, $"{fileConsentCardResponse.Action} is not a supported Action.");
        return CreateInvokeResponse();
    }

    /// <summary>Handles that a person lets the bot upload a file.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="fileConsentCardResponse">The context of the card, and where the file goes.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected virtual Task OnTeamsFileConsentAcceptAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(System.Net.HttpStatusCode.NotImplemented);

    /// <summary>Handles that a person does not let the bot upload a file.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="fileConsentCardResponse">The context of the card.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected virtual Task OnTeamsFileConsentDeclineAsync(ITurnContext<IInvokeActivity> turnContext, FileConsentCardResponse fileConsentCardResponse, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(System.Net.HttpStatusCode.NotImplemented);

    /// <inheritdoc/>
    protected override Task OnConversationUpdateActivityAsync(ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.ChannelId != Channels.Msteams)
            return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);

        activity.TryGetChannelData<TeamsChannelData>(out var channelData);
        if (activity.MembersAdded is not null)
            return OnTeamsMembersAddedDispatchAsync(activity.MembersAdded, channelData?.Team, turnContext, cancellationToken);
        if (activity.MembersRemoved is not null)
            return OnTeamsMembersRemovedDispatchAsync(activity.MembersRemoved, channelData?.Team, turnContext, cancellationToken);
        return base.OnConversationUpdateActivityAsync(turnContext, cancellationToken);
    }

    /// <summary>Looks up the members that joined, other than the bot, and calls <see cref="OnTeamsMembersAddedAsync"/>.</summary>
    /// <param name="membersAdded">All who joined, the bot among them.</param>
    /// <param name="teamInfo">The team; null outside of one.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected virtual async Task OnTeamsMembersAddedDispatchAsync(IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var accounts = new List<TeamsChannelAccount>();
        foreach (var member in membersAdded.Where(member => member is not null))
            accounts.Add(await LookUpAsync(member, turnContext, cancellationToken));
        await OnTeamsMembersAddedAsync(accounts, teamInfo, turnContext, cancellationToken);
    }

    /// <summary>Calls <see cref="OnTeamsMembersRemovedAsync"/>.</summary>
    /// <param name="membersRemoved">All who left, the bot among them.</param>
    /// <param name="teamInfo">The team; null outside of one.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected virtual Task OnTeamsMembersRemovedDispatchAsync(IList<ChannelAccount> membersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnTeamsMembersRemovedAsync([.. membersRemoved.Where(member => member is not null).Select(TeamsInfo.ToTeams)], teamInfo, turnContext, cancellationToken);

    /// <summary>Handles that members joined. Calls <see cref="ActivityHandler.OnMembersAddedAsync"/> unless overridden.</summary>
    /// <param name="teamsMembersAdded">All who joined, the bot among them.</param>
    /// <param name="teamInfo">The team; null outside of one.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected virtual Task OnTeamsMembersAddedAsync(IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersAddedAsync([.. teamsMembersAdded], turnContext, cancellationToken);

    /// <summary>Handles that members left. Calls <see cref="ActivityHandler.OnMembersRemovedAsync"/> unless overridden.</summary>
    /// <param name="teamsMembersRemoved">All who left, the bot among them.</param>
    /// <param name="teamInfo">The team; null outside of one.</param>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected virtual Task OnTeamsMembersRemovedAsync(IList<TeamsChannelAccount> teamsMembersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        OnMembersRemovedAsync([.. teamsMembersRemoved], turnContext, cancellationToken);

    private static FileConsentCardResponse ReadFileConsent(object value)
    {
        try
        {
            if (value is JObject answer)
                return answer.ToObject<FileConsentCardResponse>();
        }
        catch (JsonException)
        {
            // Of another shape, as below.
        }

        throw new InvokeResponseException(System.Net.HttpStatusCode.BadRequest, "The value is not the answer to a file consent card.");
    }

    private static async Task<TeamsChannelAccount> LookUpAsync(ChannelAccount member, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        if (member.Properties.HasValues || member.Id == turnContext.Activity.Recipient?.Id)
            return TeamsInfo.ToTeams(member);
        try
        {
            return await TeamsInfo.GetMemberAsync(turnContext, member.Id, cancellationToken);
        }
        catch (ErrorResponseException exception) when (exception.Body?.Error?.Code == "ConversationNotFound")
        {
            // Who left again at once is not on the roster: what the activity says has to do.
            return TeamsInfo.ToTeams(member);
        }
    }
}
