using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>Where a file that was consented to goes.</summary>
public class FileUploadInfo
{
    /// <summary>Creates an empty instance.</summary>
    public FileUploadInfo()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public FileUploadInfo(string name = default, string uploadUrl = default, string contentUrl = default, string uniqueId = default, string fileType = default)
    {
        Name = name;
        UploadUrl = uploadUrl;
        ContentUrl = contentUrl;
        UniqueId = uniqueId;
        FileType = fileType;
    }

    /// <summary>The name that the file gets.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }

    /// <summary>The upload session to put the bytes to.</summary>
    [JsonProperty("uploadUrl")]
    public string UploadUrl { get; set; }

    /// <summary>Where the file will be.</summary>
    [JsonProperty("contentUrl")]
    public string ContentUrl { get; set; }

    /// <summary>The id of the file.</summary>
    [JsonProperty("uniqueId")]
    public string UniqueId { get; set; }

    /// <summary>The ending of its name, such as <c>docx</c>.</summary>
    [JsonProperty("fileType")]
    public string FileType { get; set; }
}
