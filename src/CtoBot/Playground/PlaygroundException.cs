namespace CtoBot.Playground;

/// <summary>The Playground cannot be installed or started. The message tells a developer why and what to do.</summary>
public sealed class PlaygroundException : Exception
{
    /// <summary>Without a reason.</summary>
    public PlaygroundException()
    {
    }

    /// <summary>With the reason as a full sentence.</summary>
    public PlaygroundException(string message)
        : base(message)
    {
    }

    /// <summary>With the reason as a full sentence, and its cause.</summary>
    public PlaygroundException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
