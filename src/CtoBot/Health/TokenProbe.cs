namespace CtoBot.Health;

/// <summary>Whether the bot gets a token to answer with. The identity keeps tokens until shortly before they end, so this asks for a new one rarely.</summary>
internal sealed class TokenProbe(BotToken token) : IReadinessProbe
{
    /// <inheritdoc/>
    public string Name => "token";

    /// <inheritdoc/>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await token.GetAsync(cancellationToken);
            return null;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // By its kind alone: identity services put ids into their messages.
            return $"no token for the Bot Connector ({failure.GetType().Name}); `check` says more";
        }
    }
}
