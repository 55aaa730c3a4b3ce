using System.Net;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <content>Invokes.</content>
public partial class ActivityHandler
{
    /// <summary>Handles an invoke: <c>adaptiveCard/action</c> goes to <see cref="OnAdaptiveCardInvokeAsync"/>.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>The answer; 501 for an invoke that is not handled; null when the turn sent one itself.</returns>
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            if (turnContext.Activity.Name != "adaptiveCard/action")
                throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            var value = ReadAdaptiveCardInvoke(turnContext.Activity.Value);
            return CreateInvokeResponse(await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken));
        }
        catch (InvokeResponseException exception)
        {
            return exception.CreateInvokeResponse();
        }
    }

    /// <summary>Handles an <c>Action.Execute</c> of an Adaptive Card.</summary>
    /// <param name="turnContext">The turn.</param>
    /// <param name="invokeValue">The action and its data.</param>
    /// <param name="cancellationToken">Cancels the turn.</param>
    /// <returns>A card that replaces the one with the action, a text, or an error.</returns>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var response = await OnInvokeActivityAsync(new DelegatingTurnContext<IInvokeActivity>(turnContext), cancellationToken);
        if (response is not null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) is null)
            await turnContext.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = response }, cancellationToken);
    }

    private static AdaptiveCardInvokeValue ReadAdaptiveCardInvoke(object value)
    {
        if (value is null)
            throw BadRequest("BadRequest", "Missing value property");
        var action = Convert(value)?.Action;
        if (action is null)
            throw BadRequest("BadRequest", "Value property is not properly formed, or misses the action");
        if (action.Type != "Action.Execute")
            throw BadRequest("NotSupported", $"The action '{action.Type}' is not supported.");
        return Convert(value);
    }

    private static AdaptiveCardInvokeValue Convert(object value)
    {
        try
        {
            return (value as JObject)?.ToObject<AdaptiveCardInvokeValue>();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static InvokeResponseException BadRequest(string code, string message) => new(HttpStatusCode.BadRequest, new AdaptiveCardInvokeResponse
    {
        StatusCode = (int)HttpStatusCode.BadRequest,
        Type = "application/vnd.microsoft.error",
        Value = new Error(code, message),
    });

    /// <summary>Ends an invoke with a status of its own. Throw it from a method that handles invokes.</summary>
    protected class InvokeResponseException : Exception
    {
        private readonly HttpStatusCode statusCode;
        private readonly object body;

        /// <summary>Creates an exception.</summary>
        /// <param name="statusCode">The status of the answer.</param>
        /// <param name="body">The body of the answer; none when null.</param>
        public InvokeResponseException(HttpStatusCode statusCode, object body = null)
        {
            this.statusCode = statusCode;
            this.body = body;
        }

        /// <summary>The answer.</summary>
        /// <returns>Status and body.</returns>
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }
}
