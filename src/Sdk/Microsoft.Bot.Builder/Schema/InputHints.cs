namespace Microsoft.Bot.Schema;

/// <summary>Whether the bot expects input after a message.</summary>
public static class InputHints
{
    /// <summary>It accepts input.</summary>
    public const string AcceptingInput = "acceptingInput";

    /// <summary>It ignores input.</summary>
    public const string IgnoringInput = "ignoringInput";

    /// <summary>It waits for input.</summary>
    public const string ExpectingInput = "expectingInput";
}
