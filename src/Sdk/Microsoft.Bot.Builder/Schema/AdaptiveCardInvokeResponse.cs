using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The answer to an <c>adaptiveCard/action</c> invoke.</summary>
public class AdaptiveCardInvokeResponse
{
    /// <summary>200 when <see cref="Value"/> replaces the card or is a message, else an error.</summary>
    [JsonProperty("statusCode")]
    public int StatusCode { get; set; }

    /// <summary><c>application/vnd.microsoft.card.adaptive</c>, <c>application/vnd.microsoft.activity.message</c> or <c>application/vnd.microsoft.error</c>.</summary>
    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>A card, a text or an <see cref="Error"/>, as <see cref="Type"/> says.</summary>
    [JsonProperty("value")]
    public object Value { get; set; }
}
