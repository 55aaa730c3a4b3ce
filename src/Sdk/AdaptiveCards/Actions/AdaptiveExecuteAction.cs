namespace AdaptiveCards;

/// <summary>Sends the inputs to the bot as an invoke, whose answer can replace the card.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    /// <summary>The schema's name of the element.</summary>
    public const string TypeName = "Action.Execute";

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

    /// <summary>What the bot is asked to do.</summary>
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public string Verb { get; set; }
}
