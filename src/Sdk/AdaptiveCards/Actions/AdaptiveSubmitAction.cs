namespace AdaptiveCards;

/// <summary>Sends the inputs to the bot as a message with a value and no text.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Action.Submit";

    /// <inheritdoc/>
    public override string Type { get; set; } = TypeName;

    /// <summary>What is submitted besides the values of the inputs: an object, or a text.</summary>
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public object Data { get; set; }

    /// <summary><see cref="Data"/> as JSON.</summary>
    [JsonIgnore]
    public string DataJson
    {
        get => Data is null ? null : CardJson.Write(Data);
        set => Data = value is null ? null : JsonConvert.DeserializeObject(value);
    }

    /// <summary>Which inputs are submitted.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveAssociatedInputs.Auto)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }
}
