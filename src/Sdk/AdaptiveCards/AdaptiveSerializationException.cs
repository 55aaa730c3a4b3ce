namespace AdaptiveCards;

/// <summary>A text that should be a card, or a part of one, cannot be read.</summary>
public class AdaptiveSerializationException : Exception
{
    /// <summary>Makes the exception without a message.</summary>
    public AdaptiveSerializationException()
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What could not be read, and why.</param>
    public AdaptiveSerializationException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception.</summary>
    /// <param name="message">What could not be read, and why.</param>
    /// <param name="innerException">The cause.</param>
    public AdaptiveSerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
