using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A pair of a title and a value in an <see cref="AdaptiveFactSet"/>.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveFact
{
    /// <summary>Makes an empty pair.</summary>
    public AdaptiveFact()
    {
    }

    /// <summary>Makes a pair.</summary>
    /// <param name="title">The title.</param>
    /// <param name="value">The value.</param>
    public AdaptiveFact(string title, string value)
    {
        Title = title;
        Value = value;
    }

    /// <summary>The title.</summary>
    [JsonRequired]
    public string Title { get; set; }

    /// <summary>The value.</summary>
    [JsonRequired]
    public string Value { get; set; }
}
