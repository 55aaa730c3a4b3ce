using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Asks a person whether the bot may put a file into their OneDrive. The name of the file is that of the attachment.</summary>
public class FileConsentCard
{
    /// <summary>The media type of the attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.teams.card.file.consent";

    /// <summary>Creates an empty instance.</summary>
    public FileConsentCard()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public FileConsentCard(string description = default, long? sizeInBytes = default, object acceptContext = default, object declineContext = default)
    {
        Description = description;
        SizeInBytes = sizeInBytes;
        AcceptContext = acceptContext;
        DeclineContext = declineContext;
    }

    /// <summary>What the file is.</summary>
    [JsonProperty("description")]
    public string Description { get; set; }

    /// <summary>The size of the file in bytes.</summary>
    [JsonProperty("sizeInBytes")]
    public long? SizeInBytes { get; set; }

    /// <summary>Comes back if the person accepts.</summary>
    [JsonProperty("acceptContext")]
    public object AcceptContext { get; set; }

    /// <summary>Comes back if the person declines.</summary>
    [JsonProperty("declineContext")]
    public object DeclineContext { get; set; }
}
