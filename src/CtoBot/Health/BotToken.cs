using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;

namespace CtoBot.Health;

/// <summary>The token that the bot's messages carry, got in the way in which they get it.</summary>
internal sealed class BotToken(BotFrameworkAuthentication authentication, IConfiguration configuration)
{
    /// <summary>Names a conversation that there is not; nothing is sent.</summary>
    private const string ServiceUrl = "https://smba.trafficmanager.net/teams/";

    /// <summary>The token; null if the bot has no identity, and sends without one.</summary>
    /// <exception cref="Azure.Identity.AuthenticationFailedException">There is none to be had; its message says why.</exception>
    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (configuration["MicrosoftAppId"] is not { Length: > 0 } app)
            return null;
        var self = new ClaimsIdentity([new(AuthenticationConstants.AudienceClaim, app), new(AuthenticationConstants.AppIdClaim, app)]);
        using var connector = await authentication.CreateConnectorFactory(self).CreateAsync(ServiceUrl, null, cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, connector.BaseUri);
        await connector.Credentials.ProcessHttpRequestAsync(request, cancellationToken);
        return request.Headers.Authorization?.Parameter;
    }
}
