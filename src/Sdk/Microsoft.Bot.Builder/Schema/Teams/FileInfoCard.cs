using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Shows a file that was uploaded. Name and address are those of the attachment.</summary>
public class FileInfoCard
{
    /// <summary>The media type of the attachment.</summary>
    public const string ContentType = "application/vnd.microsoft.teams.card.file.info";

    /// <summary>Creates an empty instance.</summary>
    public FileInfoCard()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public FileInfoCard(string uniqueId = default, string fileType = default, object etag = default)
    {
        UniqueId = uniqueId;
        FileType = fileType;
        Etag = etag;
    }

    /// <summary>The id of the file.</summary>
    [JsonProperty("uniqueId")]
    public string UniqueId { get; set; }

    /// <summary>The ending of its name, such as <c>docx</c>.</summary>
    [JsonProperty("fileType")]
    public string FileType { get; set; }

    /// <summary>The ETag of the file.</summary>
    [JsonProperty("etag")]
    public object Etag { get; set; }
}
