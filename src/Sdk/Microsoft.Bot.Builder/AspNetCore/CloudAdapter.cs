using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>The adapter for ASP.NET Core.</summary>
public partial class CloudAdapter : CloudAdapterBase, IBotFrameworkHttpAdapter
{
    /// <summary>Creates an adapter.</summary>
    /// <param name="botFrameworkAuthentication">Decides who may call.</param>
    /// <param name="logger">Takes what the adapter has to tell.</param>
    public CloudAdapter(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
        : base(botFrameworkAuthentication, logger)
    {
    }

    /// <summary>Creates an adapter with a <see cref="ConfigurationBotFrameworkAuthentication"/>.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="httpClientFactory">Makes the HTTP client; when null, one that does not follow redirects.</param>
    /// <param name="logger">Takes what the adapter has to tell.</param>
    public CloudAdapter(IConfiguration configuration, IHttpClientFactory httpClientFactory = null, ILogger logger = null)
        : this(new ConfigurationBotFrameworkAuthentication(configuration, httpClientFactory: httpClientFactory, logger: logger), logger)
    {
    }

    /// <summary>Handles a request with an activity and writes its response.</summary>
    /// <param name="httpRequest">The request.</param>
    /// <param name="httpResponse">
    /// The response: 200, or what an invoke answered; 400 for a body that is no activity, 401 for a caller that is refused,
    /// 403 for one that is known and must not call, 405 for another method, 413 for a body larger than the host allows.
    /// The reason is in the log.
    /// </param>
    /// <param name="bot">The bot.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A task that ends with the response.</returns>
    /// <remarks>
    /// A request without a token, for a bot without an app id, is accepted in Development only, from a loopback address
    /// only, and not when a proxy or tunnel on this machine forwarded it.
    /// </remarks>
    public async Task ProcessAsync(HttpRequest httpRequest, HttpResponse httpResponse, IBot bot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(httpRequest);
        ArgumentNullException.ThrowIfNull(httpResponse);
        ArgumentNullException.ThrowIfNull(bot);
        if (!HttpMethods.IsPost(httpRequest.Method))
        {
            LogMethod(Logger);
            httpResponse.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            httpResponse.Headers.Allow = HttpMethods.Post;
            return;
        }

        var authHeader = httpRequest.Headers.Authorization.ToString();
        if (authHeader.Length == 0 && !IsLocalDevelopment(httpRequest))
        {
            LogNoToken(Logger);
            Refuse(httpResponse);
            return;
        }

        var (activity, status) = await ReadAsync(httpRequest, cancellationToken);
        if (activity is null)
        {
            LogNoActivity(Logger, status);
            httpResponse.StatusCode = status;
            return;
        }

        AuthenticateRequestResult caller;
        try
        {
            caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        }
        catch (CallerNotAllowedException)
        {
            httpResponse.StatusCode = (int)HttpStatusCode.Forbidden;
            return;
        }
        catch (UnauthorizedAccessException)
        {
            Refuse(httpResponse);
            return;
        }

        // Outside of the above: what the bot throws is no refusal.
        await WriteAsync(httpResponse, await ProcessActivityAsync(caller, activity, bot.OnTurnAsync, cancellationToken), cancellationToken);
    }

    private static void Refuse(HttpResponse response)
    {
        response.StatusCode = (int)HttpStatusCode.Unauthorized;
        response.Headers.WWWAuthenticate = "Bearer";
    }

    private static bool IsLocalDevelopment(HttpRequest request) =>
        request.HttpContext.RequestServices?.GetService<IHostEnvironment>()?.IsDevelopment() == true
        && request.HttpContext.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && !request.Headers.ContainsKey("X-Forwarded-For") && !request.Headers.ContainsKey("Forwarded");

    // The JSON reader is synchronous, the body is not: so it is read to its end first.
    private static async Task<(Activity Activity, int Status)> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var activity = ProtocolJson.Read<Activity>(request.Body as MemoryStream ?? await WholeAsync(request, cancellationToken));
            return (string.IsNullOrEmpty(activity?.Type) ? null : activity, (int)HttpStatusCode.BadRequest);
        }
        catch (JsonException)
        {
            return (null, (int)HttpStatusCode.BadRequest);
        }
        catch (BadHttpRequestException refused)
        {
            return (null, refused.StatusCode);
        }
    }

    private static async Task<MemoryStream> WholeAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 0, 0, 64 * 1024));
        await request.Body.CopyToAsync(body, cancellationToken);
        body.Position = 0;
        return body;
    }

    private static async Task WriteAsync(HttpResponse response, InvokeResponse invoke, CancellationToken cancellationToken)
    {
        response.StatusCode = invoke?.Status ?? (int)HttpStatusCode.OK;
        if (invoke?.Body is null)
            return;
        using var body = ProtocolJson.Write(invoke.Body);
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        await body.CopyToAsync(response.Body, cancellationToken);
    }

    [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "A request was refused: it has no token, and is not of a client on this machine in Development.")]
    private static partial void LogNoToken(ILogger logger);

    [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "A request was refused with {Status}: its body is no activity.")]
    private static partial void LogNoActivity(ILogger logger, int status);

    [LoggerMessage(EventId = 6, Level = LogLevel.Information, Message = "A request was refused with 405: activities are posted.")]
    private static partial void LogMethod(ILogger logger);
}
