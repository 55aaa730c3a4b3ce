namespace AdaptiveCards;

/// <summary>A field for a time of day.</summary>
public class AdaptiveTimeInput : AdaptiveInput
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Input.Time";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What is shown while there is no value.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    /// <summary>The value at first, such as <c>07:30</c>.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    /// <summary>The earliest value, such as <c>07:30</c>.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Min { get; set; }

    /// <summary>The latest value, such as <c>07:30</c>.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Max { get; set; }

    /// <inheritdoc/>
    public override string GetNonInteractiveValue() => Value ?? $"*[{Placeholder}]*";
}
