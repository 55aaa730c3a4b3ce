using CtoBot.Turns;

namespace CtoBot.Health;

/// <summary>Whether the store answers: it is asked for a row that there never is.</summary>
internal sealed class StoreProbe(IStore store) : IReadinessProbe
{
    private const string Nobody = "_probe";

    /// <inheritdoc/>
    public string Name => "store";

    /// <inheritdoc/>
    public async Task<string?> FindProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.ReadAsync(StoreTable.CtoBot, Nobody, Nobody, cancellationToken);
            return null;
        }
        catch (StoreUnavailableException failure)
        {
            return failure.Message;
        }
    }
}
