namespace Microsoft.Bot.Builder;

/// <summary>A bot: what handles the turns.</summary>
public interface IBot
{
    /// <summary>Handles a turn.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the turn.</returns>
    Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default);
}
