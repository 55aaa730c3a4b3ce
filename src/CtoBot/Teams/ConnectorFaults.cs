using System.Globalization;
using System.Net;
using CtoBot.Turns;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>What the connector's faults mean, as documented for Teams.</summary>
internal static class ConnectorFaults
{
    /// <summary>Codes that Teams gives. They may stand in the error itself or in JSON within its message.</summary>
    private static readonly string[] Codes =
    [
        "ConversationBlockedByUser", "BotDisabledByAdmin", "MessageWritesBlocked", "BotNotInConversationRoster", "ConversationNotFound", "ActivityNotFoundInConversation",
        "MessageSizeTooBig",
    ];

    /// <summary>A failure of sending, whatever threw it.</summary>
    public static ChannelException Of(Exception failure) => failure switch
    {
        ChannelException known => known,
        ErrorResponseException { Response: { } response } refused => new ChannelException($"the connector answered {(int)response.StatusCode}", refused)
        {
            Fault = FaultOf(response.StatusCode),
            Code = Codes.FirstOrDefault(code => response.Content?.Contains(code, StringComparison.Ordinal) == true)
                ?? ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture),
            RetryAfter = RetryAfter(refused),
        },
        HttpRequestException unreachable => new ChannelException($"the connector could not be reached ({unreachable.HttpRequestError})", unreachable) { Fault = ChannelFault.Passing },
        // Whatever was saved before stays saved: a caller must not take this for a turn that did not happen.
        OperationCanceledException late => new ChannelException("the connector did not answer in time", late) { Fault = ChannelFault.Passing },
        // So the SDK refuses a service URL that the bot must not send to.
        InvalidOperationException notAllowed => new ChannelException(notAllowed.Message, notAllowed),
        // The bot's own token may be refused as well, and each SDK says so with exceptions of its own.
        _ => new ChannelException($"sending failed ({failure.GetType().Name})", failure),
    };

    /// <summary>Whether the fault passes by itself; a 500 does not.</summary>
    public static bool IsPassing(ErrorResponseException failure) =>
        failure.Response is { } response && FaultOf(response.StatusCode) is ChannelFault.Passing or ChannelFault.Throttled;

    /// <summary>What the connector said of when to try again, or null.</summary>
    public static TimeSpan? RetryAfter(Exception? failure) =>
        failure is ErrorResponseException { Response.Headers: { } headers }
        && headers.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } after
        && int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static ChannelFault FaultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => ChannelFault.Throttled,
        HttpStatusCode.PreconditionFailed or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => ChannelFault.Passing,
        HttpStatusCode.Forbidden => ChannelFault.Blocked,
        HttpStatusCode.NotFound => ChannelFault.Lost,
        _ => ChannelFault.Reported,
    };
}
