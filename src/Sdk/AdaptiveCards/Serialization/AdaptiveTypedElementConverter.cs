using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Makes, of a JSON object with a <c>type</c>, the class that stands for that type.</summary>
public class AdaptiveTypedElementConverter : JsonConverter
{
    private static readonly ConcurrentDictionary<string, Func<AdaptiveTypedElement>> Known = new(new Dictionary<string, Func<AdaptiveTypedElement>>
    {
        [AdaptiveCard.TypeName] = NewCard,
        [AdaptiveTextBlock.TypeName] = () => new AdaptiveTextBlock(),
        [AdaptiveRichTextBlock.TypeName] = () => new AdaptiveRichTextBlock(),
        [AdaptiveTextRun.TypeName] = () => new AdaptiveTextRun(),
        [AdaptiveImage.TypeName] = () => new AdaptiveImage(),
        [AdaptiveContainer.TypeName] = () => new AdaptiveContainer(),
        [AdaptiveColumnSet.TypeName] = () => new AdaptiveColumnSet(),
        [AdaptiveColumn.TypeName] = () => new AdaptiveColumn(),
        [AdaptiveFactSet.TypeName] = () => new AdaptiveFactSet(),
        [AdaptiveActionSet.TypeName] = () => new AdaptiveActionSet(),
        [AdaptiveTable.TypeName] = () => new AdaptiveTable(),
        [AdaptiveTableRow.TypeName] = () => new AdaptiveTableRow(),
        [AdaptiveTableCell.TypeName] = () => new AdaptiveTableCell(),
        [AdaptiveTextInput.TypeName] = () => new AdaptiveTextInput(),
        [AdaptiveNumberInput.TypeName] = () => new AdaptiveNumberInput(),
        [AdaptiveDateInput.TypeName] = () => new AdaptiveDateInput(),
        [AdaptiveTimeInput.TypeName] = () => new AdaptiveTimeInput(),
        [AdaptiveToggleInput.TypeName] = () => new AdaptiveToggleInput(),
        [AdaptiveChoiceSetInput.TypeName] = () => new AdaptiveChoiceSetInput(),
        [AdaptiveExecuteAction.TypeName] = () => new AdaptiveExecuteAction(),
        [AdaptiveSubmitAction.TypeName] = () => new AdaptiveSubmitAction(),
        [AdaptiveOpenUrlAction.TypeName] = () => new AdaptiveOpenUrlAction(),
        [AdaptiveShowCardAction.TypeName] = () => new AdaptiveShowCardAction(),
        [AdaptiveToggleVisibilityAction.TypeName] = () => new AdaptiveToggleVisibilityAction(),
    });

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <summary>Makes a class of one's own known to <see cref="AdaptiveCard.FromJson"/>.</summary>
    /// <typeparam name="T">The class; it needs a constructor without parameters.</typeparam>
    /// <param name="typeName">The <c>type</c> in JSON, if it is not the one that a new instance has.</param>
    public static void RegisterTypedElement<T>(string typeName = null)
        where T : AdaptiveTypedElement =>
        Known[typeName ?? Activator.CreateInstance<T>().Type] = Activator.CreateInstance<T>;

    /// <inheritdoc/>
    public override bool CanConvert(Type objectType) => typeof(AdaptiveTypedElement).IsAssignableFrom(objectType);

    /// <inheritdoc/>
    /// <exception cref="AdaptiveSerializationException">The object has no type, or one that cannot stand where it is.</exception>
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null) return null;
        var json = JObject.Load(reader);
        // Columns, rows, cells and nested cards may leave out a type that their place decides.
        var typeName = json.Value<string>("type") ?? (objectType.IsAbstract ? null : NameOf(objectType))
            ?? throw new AdaptiveSerializationException($"Required property 'type' not found at '{reader.Path}'.");
        var element = Create(typeName, objectType, serializer);
        if (!objectType.IsInstanceOfType(element))
            throw new AdaptiveSerializationException($"'{typeName}' cannot stand at '{reader.Path}', where {objectType.Name} is expected.");
        if (element is AdaptiveInput && json.Value<string>("id") is null)
            throw new AdaptiveSerializationException($"Required property 'id' not found on '{typeName}'");
        json["type"] = typeName;
        using var populate = json.CreateReader();
        serializer.Populate(populate, element);
        return element;
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">Always: this converter only reads.</exception>
    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => throw new NotSupportedException();

    private static AdaptiveTypedElement Create(string typeName, Type expected, JsonSerializer serializer)
    {
        if (Known.TryGetValue(typeName, out var create)) return create();
        serializer.Warn(UnknownElementType, $"Unknown element '{typeName}'");
        var action = expected == typeof(AdaptiveAction)
            || (expected == typeof(AdaptiveTypedElement) && typeName.StartsWith("Action.", StringComparison.Ordinal));
        return action ? new AdaptiveUnknownAction() : new AdaptiveUnknownElement();
    }

    private const int UnknownElementType = 0;

    private static string NameOf(Type type) => ((AdaptiveTypedElement)(type == typeof(AdaptiveCard) ? NewCard() : Activator.CreateInstance(type))).Type;

    // Without a version, which is filled in from the JSON: a card inside another one needs none.
    private static AdaptiveCard NewCard() => new((AdaptiveSchemaVersion)null);
}
