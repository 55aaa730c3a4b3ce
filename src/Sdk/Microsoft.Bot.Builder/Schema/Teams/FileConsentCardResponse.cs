using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>The value of the invoke <c>fileConsent/invoke</c>: what a person answered to a <see cref="FileConsentCard"/>.</summary>
public class FileConsentCardResponse
{
    /// <summary>Creates an empty instance.</summary>
    public FileConsentCardResponse()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public FileConsentCardResponse(string action = default, object context = default, FileUploadInfo uploadInfo = default)
    {
        Action = action;
        Context = context;
        UploadInfo = uploadInfo;
    }

    /// <summary><c>accept</c> or <c>decline</c>.</summary>
    [JsonProperty("action")]
    public string Action { get; set; }

    /// <summary>The context of the card that belongs to the action: a <c>JObject</c>.</summary>
    [JsonProperty("context")]
    public object Context { get; set; }

    /// <summary>Where the file goes; only after an accept.</summary>
    [JsonProperty("uploadInfo")]
    public FileUploadInfo UploadInfo { get; set; }
}
