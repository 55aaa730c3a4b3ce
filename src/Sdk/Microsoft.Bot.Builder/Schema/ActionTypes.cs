namespace Microsoft.Bot.Schema;

/// <summary>What a <see cref="CardAction"/> does.</summary>
public static class ActionTypes
{
    /// <summary>Opens the URL in its value.</summary>
    public const string OpenUrl = "openUrl";

    /// <summary>Sends its value as a message of the person.</summary>
    public const string ImBack = "imBack";

    /// <summary>Sends its value, with a text of its own.</summary>
    public const string MessageBack = "messageBack";

    /// <summary>Sends an invoke.</summary>
    public const string Invoke = "invoke";
}
