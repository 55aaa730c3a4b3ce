using System.Diagnostics;
using Newtonsoft.Json.Linq;

namespace CtoBot.Tests.Support;

/// <summary>A call that reached the connector.</summary>
/// <param name="Method">POST for a new message, PUT for one that replaces another, DELETE for one that is taken back.</param>
/// <param name="Path">Path of the call below the service URL.</param>
/// <param name="ConversationId">Where to.</param>
/// <param name="ActivityId">PUT and DELETE: the message it is about. POST: the activity answered, or null.</param>
/// <param name="Activity">What was sent.</param>
/// <param name="Status">What the connector answers; 0 if it never does.</param>
/// <param name="MessageId">The id of the message in the chat, or of the chat that was made; null if the call failed.</param>
public sealed record ConnectorCall(string Method, string Path, string ConversationId, string? ActivityId, JObject Activity, int Status, string? MessageId)
{
    /// <summary>When the call arrived, on the monotonic clock.</summary>
    public long At { get; } = Stopwatch.GetTimestamp();

    /// <summary>Whether it makes a chat, and is no message.</summary>
    public bool Creates => Method == "POST" && Path.EndsWith("/v3/conversations", StringComparison.Ordinal);

    /// <summary>Whether the message is in the chat now.</summary>
    public bool Delivered => MessageId is not null && !Creates;

    /// <summary>The text of the message, or empty.</summary>
    public string Text => (string?)Activity["text"] ?? "";

    /// <summary>The Adaptive Card of the message, or null.</summary>
    public JObject? Card => Activity["attachments"]?
        .FirstOrDefault(attachment => (string?)attachment["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"] as JObject;

    /// <summary>Short enough for a failed test to print.</summary>
    public override string ToString() => $"{Method} {Path} {Status}: {(Card is null ? Text : "a card")}";

    /// <summary>The message as JSON, to look for words in it.</summary>
    public string Json => Activity.ToString(Newtonsoft.Json.Formatting.None);
}

/// <summary>How a call of the connector fails.</summary>
/// <param name="Status">The status it answers, or 0 for none at all: the call hangs until the caller gives up.</param>
/// <param name="RetryAfter">Seconds in the header <c>Retry-After</c>, or null for no header.</param>
/// <param name="Location">The header <c>Location</c>, or null.</param>
/// <param name="Code">The code in the body, or null for one that Teams does not know.</param>
public sealed record ConnectorFault(int Status, int? RetryAfter = null, string? Location = null, string? Code = null)
{
    /// <summary>The connection is closed instead of an answer.</summary>
    public static ConnectorFault Resets { get; } = new(0, Code: "reset");

    /// <summary>The call is never answered.</summary>
    public static ConnectorFault Hangs { get; } = new(0);
}
