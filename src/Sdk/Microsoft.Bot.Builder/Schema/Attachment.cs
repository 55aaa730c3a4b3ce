using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>Something attached to a message: a card or a file.</summary>
public class Attachment
{
    /// <summary>Creates an empty instance.</summary>
    public Attachment()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public Attachment(string contentType = default, string contentUrl = default, object content = default, string name = default, string thumbnailUrl = default)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    /// <summary>The media type; <c>application/vnd.microsoft.card.adaptive</c> for an Adaptive Card.</summary>
    [JsonProperty("contentType")]
    public string ContentType { get; set; }

    /// <summary>Where the content is, when it is not embedded.</summary>
    [JsonProperty("contentUrl")]
    public string ContentUrl { get; set; }

    /// <summary>The embedded content; a <c>JObject</c> when received.</summary>
    [JsonProperty("content")]
    public object Content { get; set; }

    /// <summary>The name of the attachment.</summary>
    [JsonProperty("name")]
    public string Name { get; set; }

    /// <summary>Where a thumbnail is.</summary>
    [JsonProperty("thumbnailUrl")]
    public string ThumbnailUrl { get; set; }

    /// <summary>Properties of the JSON object that this type does not define. They survive a round trip.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = [];
}
