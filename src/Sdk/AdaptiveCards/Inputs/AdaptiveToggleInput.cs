namespace AdaptiveCards;

/// <summary>A check box.</summary>
public class AdaptiveToggleInput : AdaptiveInput
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Input.Toggle";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What stands beside the box.</summary>
    [JsonRequired]
    public string Title { get; set; }

    /// <summary>The value at first: <see cref="ValueOn"/> or <see cref="ValueOff"/>.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    /// <summary>The value when the box is ticked.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue("true")]
    public string ValueOn { get; set; } = "true";

    /// <summary>The value when it is not.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue("false")]
    public string ValueOff { get; set; } = "false";

    /// <summary>Whether the title runs on over several lines.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Wrap { get; set; }

    /// <inheritdoc/>
    public override string GetNonInteractiveValue() => $"* {Title} {(Value == ValueOn ? ValueOn : ValueOff)}";
}
