using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>The body of a failed call of the Bot Connector.</summary>
public class ErrorResponse
{
    /// <summary>Creates an empty instance.</summary>
    public ErrorResponse()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public ErrorResponse(Error error = default)
    {
        Error = error;
    }

    /// <summary>The error; null when the body had another shape.</summary>
    [JsonProperty("error")]
    public Error Error { get; set; }
}
