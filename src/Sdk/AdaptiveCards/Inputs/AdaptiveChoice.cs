using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A choice of an <see cref="AdaptiveChoiceSetInput"/>.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveChoice
{
    /// <summary>What the user reads.</summary>
    [JsonRequired]
    public string Title { get; set; }

    /// <summary>What is submitted. No comma, when several can be chosen.</summary>
    [JsonRequired]
    public string Value { get; set; }
}
