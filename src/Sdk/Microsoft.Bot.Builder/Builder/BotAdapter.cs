using System.Globalization;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Connects a bot to channels: receives activities, runs turns, sends answers.</summary>
public abstract class BotAdapter
{
    /// <summary>The name in the turn state of the activity that carries the <see cref="InvokeResponse"/>.</summary>
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    /// <summary>The name in the turn state of the caller's <see cref="ClaimsIdentity"/>.</summary>
    public const string BotIdentityKey = "BotIdentity";

    /// <summary>The name in the turn state of the scope of the bot's tokens.</summary>
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    /// <summary>Takes what a turn throws. When null, it goes on to the caller of the adapter.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    /// <summary>Sends activities.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="activities">The activities, addressed.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>An id for each activity.</returns>
    public abstract Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    /// <summary>Replaces an activity.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="activity">The new activity, addressed, with the id of the old one.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The id of the activity.</returns>
    public abstract Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    /// <summary>Deletes an activity.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="reference">The place of the activity.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>A task that ends with the deletion.</returns>
    public abstract Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Runs a turn that no activity began: to send a message on the bot's own account.</summary>
    /// <param name="botId">The app id of the bot; null or empty when it has none.</param>
    /// <param name="reference">The place to send to.</param>
    /// <param name="callback">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    public virtual async Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(turn, callback, cancellationToken);
    }

    /// <summary>Creates a conversation and runs a first turn in it.</summary>
    /// <param name="botAppId">The app id of the bot; null or empty when it has none.</param>
    /// <param name="channelId">The channel.</param>
    /// <param name="serviceUrl">Where the channel is served.</param>
    /// <param name="audience">Whom the bot's token is for; null for the Bot Connector.</param>
    /// <param name="conversationParameters">Who takes part.</param>
    /// <param name="callback">The turn.</param>
    /// <param name="cancellationToken">Cancels creation and turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    /// <exception cref="NotImplementedException">This adapter cannot create conversations.</exception>
    public virtual Task CreateConversationAsync(string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Runs a turn, in the culture of the activity.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="callback">What handles it.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        UseCulture(turnContext.Activity.Locale);
        try
        {
            await callback(turnContext, cancellationToken);
        }
        catch (Exception exception) when (OnTurnError is not null)
        {
            await OnTurnError(turnContext, exception);
        }
    }

    // Set in an async method, the culture ends with the turn. Only cultures known here: names come from outside.
    private static void UseCulture(string locale)
    {
        if (string.IsNullOrWhiteSpace(locale))
            return;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            // Locales are open-ended: the turn runs in the culture of the process.
            return;
        }
    }
}
