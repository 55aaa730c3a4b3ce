using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Takes app id and credentials from the configuration.</summary>
/// <remarks>
/// Keys: <c>MicrosoftAppId</c>, <c>MicrosoftAppType</c> (<c>SingleTenant</c> or <c>UserAssignedMSI</c>),
/// <c>MicrosoftAppTenantId</c>, <c>MicrosoftAppPassword</c> (for <c>SingleTenant</c> only). None at all means: no app id,
/// local clients only. Anything half-way is an error here, where the published package would let everybody in.
/// </remarks>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private readonly string appId;
    private readonly string tenantId;
    private readonly string password;
    private readonly HttpClient httpClient;
    private readonly Lock creating = new();
    private TokenCredential credential;

    /// <summary>Reads the configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="httpClient">The client with which tokens are fetched; one of its own when null.</param>
    /// <param name="logger">Not used; there for compatibility.</param>
    /// <exception cref="ArgumentException">A key is missing or does not fit the others.</exception>
    public ConfigurationServiceClientCredentialFactory(IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        appId = configuration["MicrosoftAppId"];
        tenantId = configuration["MicrosoftAppTenantId"];
        password = configuration["MicrosoftAppPassword"];
        this.httpClient = httpClient;
        var type = configuration["MicrosoftAppType"];
        var single = "SingleTenant".Equals(type, StringComparison.OrdinalIgnoreCase);
        if (string.IsNullOrWhiteSpace(appId))
        {
            Demand(string.IsNullOrWhiteSpace(password) && string.IsNullOrWhiteSpace(type), "MicrosoftAppId is missing, but MicrosoftAppType or MicrosoftAppPassword is set.");
            return;
        }

        Demand(single || "UserAssignedMSI".Equals(type, StringComparison.OrdinalIgnoreCase), "MicrosoftAppType must be SingleTenant or UserAssignedMSI.");
        Demand(!string.IsNullOrWhiteSpace(tenantId), "MicrosoftAppTenantId is missing.");
        Demand(single != string.IsNullOrWhiteSpace(password), "MicrosoftAppPassword is needed for SingleTenant, and must not be set for UserAssignedMSI.");

        static void Demand(bool condition, string message)
        {
            if (!condition)
                throw new ArgumentException(message, nameof(configuration));
        }
    }

    /// <inheritdoc/>
    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        Task.FromResult(appId == this.appId);

    /// <inheritdoc/>
    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrWhiteSpace(appId));

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The app id is another one.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(this.appId))
            return Task.FromResult<ServiceClientCredentials>(null);
        if (appId != this.appId)
            throw new InvalidOperationException("The app id is not that of this bot.");

        // One credential for the process: it holds the cache of tokens.
        lock (creating)
            credential ??= NewCredential(loginEndpoint, validateAuthority);
        return Task.FromResult<ServiceClientCredentials>(new BotCredentials(credential, audience));
    }

    private TokenCredential NewCredential(string loginEndpoint, bool validateAuthority)
    {
        if (string.IsNullOrWhiteSpace(password))
            return new ManagedIdentityCredential(WithTransport(new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(appId))));

        var options = WithTransport(new ClientSecretCredentialOptions { DisableInstanceDiscovery = !validateAuthority });
        if (loginEndpoint is not null)
            options.AuthorityHost = new Uri(new Uri(loginEndpoint).GetLeftPart(UriPartial.Authority));
        return new ClientSecretCredential(tenantId, appId, password, options);
    }

    private T WithTransport<T>(T options)
        where T : ClientOptions
    {
        if (httpClient is not null)
            options.Transport = new HttpClientTransport(httpClient);
        return options;
    }
}
