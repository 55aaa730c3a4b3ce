using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The <c>Action.Execute</c> that a person chose.</summary>
public class AdaptiveCardInvokeAction
{
    /// <summary>Always <c>Action.Execute</c>.</summary>
    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>The id of the action in the card.</summary>
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>The verb of the action in the card.</summary>
    [JsonProperty("verb")]
    public string Verb { get; set; }

    /// <summary>The data of the action, merged with the inputs of the card: a <c>JObject</c>.</summary>
    [JsonProperty("data")]
    public object Data { get; set; }
}
