namespace AdaptiveCards;

/// <summary>The dictionary type of <see cref="AdaptiveTypedElement.AdditionalProperties"/>.</summary>
/// <typeparam name="TKey">The type of the keys.</typeparam>
/// <typeparam name="TValue">The type of the values.</typeparam>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
{
    /// <summary>Makes an empty dictionary with the default comparer.</summary>
    public SerializableDictionary()
    {
    }

    /// <summary>Makes an empty dictionary.</summary>
    /// <param name="comparer">How keys are compared.</param>
    public SerializableDictionary(IEqualityComparer<TKey> comparer)
        : base(comparer)
    {
    }
}
