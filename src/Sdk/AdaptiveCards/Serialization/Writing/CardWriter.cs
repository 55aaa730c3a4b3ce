using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>
/// Writes the library's own elements, actions and cards property by property, without the reflection of their contracts: most of what a
/// card costs. The JSON is the contracts' to the letter. What is not usual is left to the contracts: classes of the caller, an element
/// without a value that it requires, and settings that change what is written (<see cref="IsUsual"/>). A new property of an element
/// has to be written here as well, at the place where its contract has it: those of the class, then those of its bases.
/// </summary>
/// <remarks>
/// Not looked at: handlers of <see cref="JsonSerializer.Error"/> see what fails in an element as an error of what the caller's classes
/// hold of it; what a property of a caller's class that holds elements says about references to them or names of their types.
/// </remarks>
internal sealed partial class CardWriter
{
    /// <summary>
    /// After so many levels an element passes through the serializer, which knows what it is writing: so one that contains itself
    /// is an error there, as it is by contract.
    /// </summary>
    private const int UncheckedLevels = 32;

    /// <summary>The library's own classes. A class derived from one of them has a contract of its own.</summary>
    private static readonly Dictionary<Type, Action<CardWriter, AdaptiveTypedElement>> Own = new()
    {
        [typeof(AdaptiveCard)] = static (writer, card) => writer.Card((AdaptiveCard)card),
        [typeof(AdaptiveTextBlock)] = static (writer, block) => writer.TextBlock((AdaptiveTextBlock)block),
        [typeof(AdaptiveRichTextBlock)] = static (writer, block) => writer.RichTextBlock((AdaptiveRichTextBlock)block),
        [typeof(AdaptiveTextRun)] = static (writer, run) => writer.TextRun((AdaptiveTextRun)run),
        [typeof(AdaptiveFactSet)] = static (writer, facts) => writer.FactSet((AdaptiveFactSet)facts),
        [typeof(AdaptiveImage)] = static (writer, image) => writer.Image((AdaptiveImage)image),
        [typeof(AdaptiveContainer)] = static (writer, container) => writer.Container((AdaptiveContainer)container),
        [typeof(AdaptiveColumnSet)] = static (writer, columns) => writer.ColumnSet((AdaptiveColumnSet)columns),
        [typeof(AdaptiveColumn)] = static (writer, column) => writer.Column((AdaptiveColumn)column),
        [typeof(AdaptiveActionSet)] = static (writer, actions) => writer.ActionSet((AdaptiveActionSet)actions),
        [typeof(AdaptiveUnknownElement)] = static (writer, element) => writer.UnknownElement((AdaptiveUnknownElement)element),
        [typeof(AdaptiveTable)] = static (writer, table) => writer.Table((AdaptiveTable)table),
        [typeof(AdaptiveTableRow)] = static (writer, row) => writer.TableRow((AdaptiveTableRow)row),
        [typeof(AdaptiveTableCell)] = static (writer, cell) => writer.TableCell((AdaptiveTableCell)cell),
        [typeof(AdaptiveTextInput)] = static (writer, input) => writer.TextInput((AdaptiveTextInput)input),
        [typeof(AdaptiveNumberInput)] = static (writer, input) => writer.NumberInput((AdaptiveNumberInput)input),
        [typeof(AdaptiveDateInput)] = static (writer, input) => writer.DateInput((AdaptiveDateInput)input),
        [typeof(AdaptiveTimeInput)] = static (writer, input) => writer.TimeInput((AdaptiveTimeInput)input),
        [typeof(AdaptiveToggleInput)] = static (writer, input) => writer.ToggleInput((AdaptiveToggleInput)input),
        [typeof(AdaptiveChoiceSetInput)] = static (writer, input) => writer.ChoiceSetInput((AdaptiveChoiceSetInput)input),
        [typeof(AdaptiveExecuteAction)] = static (writer, action) => writer.ExecuteAction((AdaptiveExecuteAction)action),
        [typeof(AdaptiveSubmitAction)] = static (writer, action) => writer.SubmitAction((AdaptiveSubmitAction)action),
        [typeof(AdaptiveOpenUrlAction)] = static (writer, action) => writer.OpenUrlAction((AdaptiveOpenUrlAction)action),
        [typeof(AdaptiveShowCardAction)] = static (writer, action) => writer.ShowCardAction((AdaptiveShowCardAction)action),
        [typeof(AdaptiveToggleVisibilityAction)] = static (writer, action) => writer.ToggleVisibilityAction((AdaptiveToggleVisibilityAction)action),
        [typeof(AdaptiveUnknownAction)] = static (writer, action) => writer.UnknownAction((AdaptiveUnknownAction)action),
    };

    private readonly JsonWriter json;
    private readonly JsonSerializer serializer;

    /// <summary>Whether a null is written, where a property does not say.</summary>
    private readonly bool nulls;

    /// <summary>Whether the keys of dictionaries are not renamed.</summary>
    private readonly bool keysAsTheyAre;

    private int level;

    private CardWriter(JsonWriter json, JsonSerializer serializer)
    {
        this.json = json;
        this.serializer = serializer;
        nulls = serializer.NullValueHandling == NullValueHandling.Include;
        keysAsTheyAre = ((DefaultContractResolver)serializer.ContractResolver).NamingStrategy is null;
    }

    /// <summary>Writes what the serializer came upon.</summary>
    public static void Write(JsonWriter json, AdaptiveTypedElement element, JsonSerializer serializer)
    {
        if (IsUsual(serializer) && Own.TryGetValue(element.GetType(), out var write)) write(new CardWriter(json, serializer), element);
        else ElementContract.Write(json, element, serializer);
    }

    private void Element(AdaptiveTypedElement element)
    {
        if (element is null) json.WriteNull();
        else if (level < UncheckedLevels && Own.TryGetValue(element.GetType(), out var write))
        {
            level++;
            write(this, element);
            level--;
        }
        else serializer.Serialize(json, element);
    }

    /// <summary>Begins an element with its first properties.</summary>
    /// <returns>Whether there is more to write: one that lacks its type or a required value was left to its contract, which knows the error.</returns>
    private bool Start(AdaptiveTypedElement element, bool complete = true)
    {
        if (element.Type is null || !complete)
        {
            ElementContract.Write(json, element, serializer);
            return false;
        }
        json.WriteStartObject();
        Text("type", element.Type);
        // The one property of a card that stands between those of all elements.
        if (element is AdaptiveCard { Version: { } version }) Text("version", version.ToString());
        Text("id", element.Id);
        return true;
    }

    /// <summary>Ends an element with its last properties.</summary>
    private void End(AdaptiveTypedElement element)
    {
        if (element.Fallback is { } fallback)
        {
            Name("fallback");
            if (fallback.Type == AdaptiveFallbackElement.AdaptiveFallbackType.Drop) json.WriteValue(AdaptiveFallbackConverter.Drop);
            else Element(fallback.Content);
        }
        if (element.Requires is { } requires)
        {
            Name("requires");
            Value(requires);
        }
        if (element.SerializedProperties is { } additional)
        {
            foreach (var (name, value) in additional)
            {
                json.WritePropertyName(name);
                Value(value);
            }
        }
        json.WriteEndObject();
    }
}
