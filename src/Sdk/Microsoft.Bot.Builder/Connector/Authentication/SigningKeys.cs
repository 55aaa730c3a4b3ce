using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// The signing keys that an OpenID provider publishes: fetched once, again every twelve hours, and when a token names a key that is not
/// among them. Keys that were fetched stay good until others are: an outage of the provider, or nonsense from it, loses none.
/// </summary>
/// <remarks>HTTPS is demanded of the provider, but for one on this machine. One fetch at a time serves all who wait for it.</remarks>
internal sealed class SigningKeys(string metadataUrl, HttpClient httpClient)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>An unknown key is worth a look, but not one for every forged token.</summary>
    private static readonly TimeSpan BetweenRefreshes = TimeSpan.FromMinutes(1);

    /// <summary>How long a fetch that failed is taken for an answer.</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>How long the provider may take. The caller waits meanwhile.</summary>
    private static readonly TimeSpan FetchTime = TimeSpan.FromSeconds(5);

    private readonly HttpDocumentRetriever documents = new(httpClient) { RequireHttps = !new Uri(metadataUrl).IsLoopback };
    private readonly Lock gate = new();
    private ICollection<JsonWebKey> keys;
    private Task fetch = Task.CompletedTask;
    private long fetchedAt;
    private long failedAt = long.MinValue;
    private long refreshedAt = long.MinValue;

    /// <summary>The keys, from memory when they are there.</summary>
    /// <exception cref="InvalidOperationException">There are none, and the provider cannot be reached or publishes none.</exception>
    public async Task<ICollection<JsonWebKey>> GetAsync(CancellationToken cancellationToken)
    {
        Task fetching;
        lock (gate)
        {
            if (keys is not null)
            {
                if (IsPast(fetchedAt, Lifetime) && IsPast(failedAt, BetweenRefreshes))
                    Fetch();
                return keys;
            }

            if (fetch.IsCompleted && IsPast(failedAt, AfterFailure))
                Fetch();
            fetching = fetch;
        }

        await fetching.WaitAsync(cancellationToken);
        return keys;
    }

    /// <summary>Fetches the keys anew, unless that was done a moment ago.</summary>
    /// <exception cref="InvalidOperationException">The provider cannot be reached or publishes none. The keys that are there stay.</exception>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (IsPast(refreshedAt, BetweenRefreshes))
            {
                refreshedAt = Environment.TickCount64;
                Fetch();
            }

            return fetch.WaitAsync(cancellationToken);
        }
    }

    private static bool IsPast(long since, TimeSpan time) =>
        since == long.MinValue || Environment.TickCount64 - since > time.TotalMilliseconds;

    /// <summary>Begins a fetch, unless one runs. Under the gate.</summary>
    private void Fetch()
    {
        if (!fetch.IsCompleted)
            return;
        fetch = FetchAsync();
        // Nobody may wait for it; whoever does sees how it ended.
        _ = fetch.ContinueWith(static ended => ended.Exception, TaskScheduler.Default);
    }

    private async Task FetchAsync()
    {
        await Task.Yield();
        using var limit = new CancellationTokenSource(FetchTime);
        try
        {
            var published = await OpenIdConnectConfigurationRetriever.GetAsync(metadataUrl, documents, limit.Token);
            if (published?.JsonWebKeySet?.Keys is not { Count: > 0 } fresh)
                throw new InvalidOperationException("The provider publishes no keys.");
            lock (gate)
                (keys, fetchedAt) = (fresh, Environment.TickCount64);
        }
        catch (Exception failure)
        {
            lock (gate)
                failedAt = Environment.TickCount64;
            // The type says enough: what a provider answered is nothing for a log.
            throw new InvalidOperationException($"The signing keys of {new Uri(metadataUrl).Host} cannot be fetched ({failure.GetType().Name}).");
        }
    }
}
