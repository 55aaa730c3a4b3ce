namespace Microsoft.Bot.Schema;

/// <summary>The types of activities.</summary>
public static class ActivityTypes
{
    /// <summary>A message.</summary>
    public const string Message = "message";

    /// <summary>Members or the name of a conversation changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>Someone is typing.</summary>
    public const string Typing = "typing";

    /// <summary>The end of a conversation.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>A named event, without an answer.</summary>
    public const string Event = "event";

    /// <summary>A named call that expects an <c>InvokeResponse</c>.</summary>
    public const string Invoke = "invoke";

    /// <summary>A message was edited.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A message was deleted.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>The app was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>Someone reacted to a message.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A trace for the Emulator; never sent to another channel.</summary>
    public const string Trace = "trace";

    /// <summary>A request to carry out a command.</summary>
    public const string Command = "command";

    /// <summary>The result of a command.</summary>
    public const string CommandResult = "commandResult";
}
