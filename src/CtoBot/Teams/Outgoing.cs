using System.Net;
using AdaptiveCards;
using CtoBot.Cards;
using CtoBot.Core;
using CtoBot.Core.Content;
using CtoBot.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;
using Polly;
using Polly.Retry;

namespace CtoBot.Teams;

/// <summary>Makes and sends messages.</summary>
internal static class Outgoing
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    private static readonly ResiliencePipeline Retries = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<ErrorResponseException>(ConnectorFaults.IsPassing).Handle<HttpRequestException>(),
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromMilliseconds(300),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = arguments => new ValueTask<TimeSpan?>(Shortly(ConnectorFaults.RetryAfter(arguments.Outcome.Exception))),
        })
        .Build();

    /// <summary>The message of a reply: its card, or its words.</summary>
    public static Activity Message(Reply reply, Texts texts) =>
        CardRenderer.Write(reply, texts) is { } card ? Card(card, reply) : Text(((Reply.Say)reply).Text);

    /// <summary>A message with a card.</summary>
    public static Activity Card(JRaw card, Reply reply)
    {
        var activity = (Activity)MessageFactory.Attachment(new Attachment { ContentType = AdaptiveCard.ContentType, Content = card });
        activity.Summary = CardRenderer.Summary(reply);
        return activity;
    }

    /// <summary>A message of plain text: nothing in it is taken for markdown.</summary>
    public static Activity Text(string text)
    {
        var activity = MessageFactory.Text(Directions.Without(text));
        activity.TextFormat = TextFormatTypes.Plain;
        return activity;
    }

    /// <summary>Sends, and again where the connector's fault is a passing one.</summary>
    /// <exception cref="ChannelException">It did not go out.</exception>
    public static async Task SendAsync(Func<CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await Retries.ExecuteAsync(async token => await send(token), cancellationToken);
        }
        catch (Exception failure)
        {
            throw ConnectorFaults.Of(failure);
        }
    }

    /// <summary>Replaces a message; what cannot be replaced, be it too old or gone, is sent anew.</summary>
    /// <exception cref="ChannelException">It did not go out.</exception>
    public static async Task ReplaceAsync(ITurnContext turnContext, string message, Activity activity, CancellationToken cancellationToken)
    {
        activity.Id = message;
        try
        {
            await SendAsync(token => turnContext.UpdateActivityAsync(activity, token), cancellationToken);
        }
        catch (ChannelException failure) when (failure.InnerException is ErrorResponseException { Response.StatusCode: var status } && IsForThatMessage(status))
        {
            activity.Id = null;
            await SendAsync(token => turnContext.SendActivityAsync(activity, token), cancellationToken);
        }
    }

    /// <summary>Whether the connector refuses this message, and may take another one.</summary>
    private static bool IsForThatMessage(HttpStatusCode status) =>
        status is HttpStatusCode.NotFound or HttpStatusCode.Gone or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest or HttpStatusCode.NotImplemented;

    /// <summary>Somebody waits for an answer: what takes longer than this is as good as none.</summary>
    private static TimeSpan? Shortly(TimeSpan? wait) => wait > LongestWait ? LongestWait : wait;
}
