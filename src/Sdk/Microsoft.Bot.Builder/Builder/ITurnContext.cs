using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>A turn: an activity that came in, and the means to answer it.</summary>
public interface ITurnContext
{
    /// <summary>What received the activity and sends the answers.</summary>
    BotAdapter Adapter { get; }

    /// <summary>Values of this turn, among them the <c>IConnectorClient</c>.</summary>
    TurnContextStateCollection TurnState { get; }

    /// <summary>The activity that came in.</summary>
    Activity Activity { get; }

    /// <summary>Whether something was sent in this turn.</summary>
    bool Responded { get; }

    /// <summary>Sends a text.</summary>
    /// <param name="textReplyToSend">The text; not blank.</param>
    /// <param name="speak">What is spoken, as SSML.</param>
    /// <param name="inputHint">See <see cref="InputHints"/>.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The id of the message.</returns>
    Task<ResourceResponse> SendActivityAsync(string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default);

    /// <summary>Sends an activity to the conversation of this turn.</summary>
    /// <param name="activity">The activity; it is addressed, and gets its id.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The id of the activity; empty when the channel gave none.</returns>
    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Sends activities, one after the other.</summary>
    /// <param name="activities">The activities; at least one.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The ids of the activities.</returns>
    /// <exception cref="ErrorResponseException">The channel refused one.</exception>
    Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default);

    /// <summary>Replaces an activity that the bot sent.</summary>
    /// <param name="activity">The new activity, with the id of the old one.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>The id of the activity.</returns>
    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity that the bot sent.</summary>
    /// <param name="activityId">Its id.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>A task that ends with the deletion.</returns>
    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default);

    /// <summary>Deletes an activity that the bot sent.</summary>
    /// <param name="conversationReference">Its place.</param>
    /// <param name="cancellationToken">Cancels the sending.</param>
    /// <returns>A task that ends with the deletion.</returns>
    /// <exception cref="ErrorResponseException">The channel refused it.</exception>
    Task DeleteActivityAsync(ConversationReference conversationReference, CancellationToken cancellationToken = default);
}
