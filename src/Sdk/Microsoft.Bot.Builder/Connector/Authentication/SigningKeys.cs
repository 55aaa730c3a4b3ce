using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>The signing keys that an OpenID provider publishes, fetched once and refreshed in time.</summary>
/// <remarks>HTTPS is demanded of the provider, but for one on this machine.</remarks>
internal sealed class SigningKeys(string metadataUrl, HttpClient httpClient)
{
    // An unknown key is worth a look, but not one for every forged token.
    private const long MinimumMillisecondsBetweenRefreshes = 60_000;

    private readonly Lock refreshing = new();
    private ConfigurationManager<OpenIdConnectConfiguration> manager = NewManager(metadataUrl, httpClient);
    private Task refresh;
    private long refreshedAt;

    /// <summary>The keys, from memory when they are there.</summary>
    /// <exception cref="InvalidOperationException">The provider cannot be reached.</exception>
    public async Task<ICollection<JsonWebKey>> GetAsync(CancellationToken cancellationToken) =>
        (await manager.GetConfigurationAsync(cancellationToken)).JsonWebKeySet?.Keys ?? [];

    /// <summary>Fetches the keys anew, unless that was done a moment ago.</summary>
    /// <exception cref="InvalidOperationException">The provider cannot be reached.</exception>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        lock (refreshing)
        {
            if (refresh is null || Environment.TickCount64 - refreshedAt > MinimumMillisecondsBetweenRefreshes)
            {
                refreshedAt = Environment.TickCount64;
                refresh = ReplaceManagerAsync();
            }

            return refresh.WaitAsync(cancellationToken);
        }
    }

    // RequestRefresh of the manager works in the background: the token at hand would still be refused.
    private async Task ReplaceManagerAsync()
    {
        var fresh = NewManager(metadataUrl, httpClient);
        await fresh.GetConfigurationAsync(CancellationToken.None);
        manager = fresh;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> NewManager(string url, HttpClient httpClient) =>
        new(url, new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(httpClient) { RequireHttps = !new Uri(url).IsLoopback });
}
