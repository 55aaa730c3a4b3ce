using System.Security.Claims;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Authentication as the configuration says.</summary>
/// <remarks>
/// With an app id every request needs a valid token. Without one a request without a token is let through as anonymous,
/// for <c>CloudAdapter</c> to decide on: it accepts such a request in Development and from this machine only.
/// Keys: those of <see cref="ConfigurationServiceClientCredentialFactory"/>; <c>ChannelService</c> for the US Government
/// cloud; <c>ToBotFromChannelTokenIssuer</c>, <c>ToBotFromChannelOpenIdMetadataUrl</c>,
/// <c>ToBotFromEmulatorOpenIdMetadataUrl</c>, <c>ToChannelFromBotLoginUrl</c>, <c>ToChannelFromBotOAuthScope</c>,
/// <c>ValidateAuthority</c> and <c>CallerId</c> to override an address.
/// </remarks>
public class ConfigurationBotFrameworkAuthentication : BotFrameworkAuthentication
{
    // Redirects are not followed: a person's words go to the host that was checked.
    private static readonly HttpClient SharedClient = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    });

    private readonly CloudEnvironment cloud;
    private readonly ServiceClientCredentialsFactory credentials;
    private readonly IHttpClientFactory httpClients;
    private readonly TokenValidator validator;

    /// <summary>Reads the configuration.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="credentialsFactory">App id and credentials; from the configuration when null.</param>
    /// <param name="authConfiguration">Further demands; none when null.</param>
    /// <param name="httpClientFactory">Makes the HTTP client; when null, one that does not follow redirects.</param>
    /// <param name="logger">Takes the reasons of refusals.</param>
    /// <exception cref="ArgumentException">The configuration contradicts itself.</exception>
    public ConfigurationBotFrameworkAuthentication(IConfiguration configuration, ServiceClientCredentialsFactory credentialsFactory = null, AuthenticationConfiguration authConfiguration = null, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
    {
        cloud = CloudEnvironment.From(configuration);
        credentials = credentialsFactory ?? new ConfigurationServiceClientCredentialFactory(configuration, logger: logger);
        httpClients = httpClientFactory;
        validator = new TokenValidator(configuration["MicrosoftAppId"], cloud, authConfiguration ?? new(), NewClient(), logger ?? NullLogger.Instance);
    }

    /// <inheritdoc/>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var anonymous = await credentials.IsAuthenticationDisabledAsync(cancellationToken);
        if (string.IsNullOrWhiteSpace(authHeader) != anonymous)
            throw validator.Refuse(anonymous ? "it has a token, but the bot has no app id to validate it against" : "it has no token");

        var identity = anonymous
            ? new ClaimsIdentity(AuthenticationConstants.AnonymousAuthType)
            : await validator.ValidateAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken);
        return new AuthenticateRequestResult
        {
            ClaimsIdentity = identity,
            Audience = cloud.Scope,
            CallerId = anonymous ? null : cloud.CallerId,
            ConnectorFactory = NewFactory(identity, AnswersTo(identity, activity.ServiceUrl)),
        };
    }

    /// <inheritdoc/>
    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => NewFactory(claimsIdentity, _ => true);

    /// <summary>A token of the bot goes where the request's own token says that its channel is served, and nowhere else.</summary>
    private static Predicate<string> AnswersTo(ClaimsIdentity identity, string serviceUrl)
    {
        var verified = identity.AuthenticationType == AuthenticationConstants.AnonymousAuthType
            ? serviceUrl
            : identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
        return url => verified is not null && url == verified;
    }

    private BotConnectorFactory NewFactory(ClaimsIdentity claimsIdentity, Predicate<string> sendsTo)
    {
        // The audience of a channel's token is the bot. Claims made for a proactive turn name it in both.
        var claim = claimsIdentity.FindFirst(AuthenticationConstants.AudienceClaim) ?? claimsIdentity.FindFirst(AuthenticationConstants.AppIdClaim);
        return new BotConnectorFactory(claim?.Value, cloud, credentials, NewClient(), sendsTo);
    }

    private HttpClient NewClient() => httpClients?.CreateClient() ?? SharedClient;
}
