namespace Microsoft.Bot.Schema;

/// <summary>Types of activities that never leave the bot.</summary>
public static class ActivityTypesEx
{
    /// <summary>Carries an <c>InvokeResponse</c> to the HTTP response.</summary>
    public const string InvokeResponse = "invokeResponse";
}
