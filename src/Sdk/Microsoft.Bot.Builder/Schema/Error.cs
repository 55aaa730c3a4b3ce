using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>An error, as the Bot Connector and invoke responses tell it.</summary>
public class Error
{
    /// <summary>Creates an empty instance.</summary>
    public Error()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public Error(string code = default, string message = default)
    {
        Code = code;
        Message = message;
    }

    /// <summary>The error code, for example <c>ConversationNotFound</c>.</summary>
    [JsonProperty("code")]
    public string Code { get; set; }

    /// <summary>What happened; in Teams at times a JSON text with a sub code.</summary>
    [JsonProperty("message")]
    public string Message { get; set; }
}
