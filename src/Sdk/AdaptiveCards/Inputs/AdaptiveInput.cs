namespace AdaptiveCards;

/// <summary>The base of inputs. Give each an <see cref="AdaptiveTypedElement.Id"/>, which is the key of its value, and a <see cref="Label"/>.</summary>
public abstract class AdaptiveInput : AdaptiveElement
{
    /// <summary>Whether a value must be given before the card can be submitted. Clients then want an <see cref="ErrorMessage"/>.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool IsRequired { get; set; }

    /// <summary>What is shown above the input and said by screen readers.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Label { get; set; }

    /// <summary>What is shown when the value is missing or wrong.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string ErrorMessage { get; set; }

    /// <summary>What a client shows that cannot take input.</summary>
    public abstract string GetNonInteractiveValue();
}
