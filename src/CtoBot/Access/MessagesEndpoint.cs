using CtoBot.Teams;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Options;

namespace CtoBot.Access;

/// <summary>
/// <c>/api/messages</c>: looks at the request before the adapter does, and answers for the bot where it refuses a caller whose token is good.
/// A caller that is refused learns the status and no more; the reason is in the log.
/// </summary>
internal static partial class MessagesEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapMessages(this IEndpointRouteBuilder app)
    {
        var log = app.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(MessagesEndpoint));
        app.Map("/api/messages", (HttpContext context, IBotFrameworkHttpAdapter adapter, AdmittingBot bot, IHostEnvironment environment, IOptions<LimitOptions> limits) =>
            HandleAsync(context, adapter, bot, environment, limits.Value, log));
    }

    private static async Task HandleAsync(HttpContext context, IBotFrameworkHttpAdapter adapter, AdmittingBot bot, IHostEnvironment environment, LimitOptions limits, ILogger log)
    {
        // The adapter refuses other methods, and says which is right.
        var refusal = HttpMethods.IsPost(context.Request.Method)
            ? ByHeaders(context, environment) ?? await MessageBody.ReadAsync(context.Request, limits.BodyTime, context.RequestAborted)
            : null;
        if (refusal is not null)
        {
            LogRefused(log, refusal.Status, refusal.Reason);
            context.Response.StatusCode = refusal.Status;
            if (refusal.Status == StatusCodes.Status401Unauthorized)
                context.Response.Headers.WWWAuthenticate = "Bearer";
            return;
        }

        await adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted);
        if (bot.Refused is not { } refused || context.Response.HasStarted)
            return;
        context.Response.StatusCode = refused;
        if (refused == StatusCodes.Status429TooManyRequests)
            context.Response.Headers.RetryAfter = "1";
    }

    private static Refusal? ByHeaders(HttpContext context, IHostEnvironment environment)
    {
        var request = context.Request;
        if (LocalCaller.IsForeignPage(request))
            return new(StatusCodes.Status403Forbidden, "it comes from a web page");
        if (request.Headers.Authorization.Count > 1)
            return new(StatusCodes.Status401Unauthorized, "it has more than one Authorization header");
        if (request.Headers.Authorization.Count == 0 && !(environment.IsDevelopment() && LocalCaller.Is(context)))
            return new(StatusCodes.Status401Unauthorized, "it has no token, and is not of a program on this machine in Development");
        return MessageBody.IsJson(request) ? null : new(StatusCodes.Status415UnsupportedMediaType, "its content type is not application/json in UTF-8");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A request was refused with {Status}: {Reason}")]
    private static partial void LogRefused(ILogger logger, int status, string reason);
}
