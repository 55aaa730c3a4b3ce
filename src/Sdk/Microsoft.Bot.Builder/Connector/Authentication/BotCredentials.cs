using System.Net.Http.Headers;
using Azure.Core;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Puts the bot's token on requests. Where they go was checked before, by <see cref="ServiceUrlPolicy"/>.</summary>
/// <remarks>The credential caches the token and renews it in time.</remarks>
internal sealed class BotCredentials(TokenCredential credential, string audience) : ServiceClientCredentials
{
    private readonly TokenRequestContext scope =
        new([audience.EndsWith("/.default", StringComparison.Ordinal) ? audience : audience + "/.default"]);

    public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await credential.GetTokenAsync(scope, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
    }
}
