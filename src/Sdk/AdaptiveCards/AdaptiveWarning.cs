namespace AdaptiveCards;

/// <summary>Something in a parsed card that was skipped or replaced, but did not stop the parsing.</summary>
/// <param name="code">A number for the kind of warning; negative when it has none.</param>
/// <param name="message">What was found.</param>
public class AdaptiveWarning(int code, string message)
{
    /// <summary>A number for the kind of warning; negative when it has none.</summary>
    public int Code { get; } = code;

    /// <summary>What was found.</summary>
    public string Message { get; } = message;
}
