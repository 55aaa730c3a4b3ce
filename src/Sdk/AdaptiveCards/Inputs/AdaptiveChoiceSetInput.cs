namespace AdaptiveCards;

/// <summary>A choice of one or several from a list.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Input.ChoiceSet";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>The value at first: the chosen values, with commas between.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    /// <summary>How the choices are shown.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveChoiceInputStyle.Compact)]
    public AdaptiveChoiceInputStyle Style { get; set; }

    /// <summary>Whether several can be chosen.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool IsMultiSelect { get; set; }

    /// <summary>The choices.</summary>
    [JsonRequired]
    public List<AdaptiveChoice> Choices { get; set; } = [];

    /// <summary>Whether titles run on over several lines.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Wrap { get; set; }

    /// <summary>What is shown while there is no value.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    /// <inheritdoc/>
    public override string GetNonInteractiveValue() => $"Choices: {string.Join(", ", Choices.Select(choice => choice.Title))}";
}
