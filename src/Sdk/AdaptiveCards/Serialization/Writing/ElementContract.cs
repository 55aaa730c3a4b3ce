namespace AdaptiveCards;

/// <summary>Writes one element by its contract, although the converter of its class can write: what it contains is written by the converter again.</summary>
internal static class ElementContract
{
    [ThreadStatic]
    private static bool isNext;

    /// <summary>Whether the converter is to write the element that the serializer has come upon. To be asked once for each element.</summary>
    public static bool TakeTurn()
    {
        var converter = !isNext;
        isNext = false;
        return converter;
    }

    /// <summary>Writes the element by its contract.</summary>
    public static void Write(JsonWriter json, AdaptiveTypedElement element, JsonSerializer serializer)
    {
        isNext = true;
        try
        {
            // Where names of types are written if they are not known from the place, it is taken for a place that tells nothing.
            serializer.Serialize(json, element, typeof(object));
        }
        finally
        {
            isNext = false;
        }
    }
}
