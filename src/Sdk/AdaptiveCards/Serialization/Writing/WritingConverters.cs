namespace AdaptiveCards;

/// <summary>Reads and writes elements and actions.</summary>
internal sealed class ElementConverter : AdaptiveTypedElementConverter
{
    public override bool CanWrite => ElementContract.TakeTurn();

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        CardWriter.Write(writer, (AdaptiveTypedElement)value, serializer);
}

/// <summary>Reads and writes cards.</summary>
internal sealed class CardConverter : AdaptiveCardConverter
{
    public override bool CanWrite => ElementContract.TakeTurn();

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        CardWriter.Write(writer, (AdaptiveTypedElement)value, serializer);
}
