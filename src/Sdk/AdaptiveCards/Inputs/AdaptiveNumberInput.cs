using System.Globalization;

namespace AdaptiveCards;

/// <summary>A field for a number.</summary>
public class AdaptiveNumberInput : AdaptiveInput
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Input.Number";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What is shown while there is no value.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    /// <summary>The value at first; <see cref="double.NaN"/> for none.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(double.NaN)]
    public double Value { get; set; } = double.NaN;

    /// <summary>The lowest value; <see cref="double.NaN"/> for none.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(double.NaN)]
    public double Min { get; set; } = double.NaN;

    /// <summary>The highest value; <see cref="double.NaN"/> for none.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(double.NaN)]
    public double Max { get; set; } = double.NaN;

    /// <inheritdoc/>
    public override string GetNonInteractiveValue() =>
        double.IsNaN(Value) ? $"*[{Placeholder}]*" : Value.ToString(CultureInfo.InvariantCulture);
}
