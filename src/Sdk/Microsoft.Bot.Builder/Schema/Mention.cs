using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>An entity that says who is mentioned in the text.</summary>
public class Mention : Entity
{
    /// <summary>Creates a mention of nobody yet.</summary>
    public Mention()
        : base("mention")
    {
    }

    /// <summary>Who is mentioned.</summary>
    [JsonProperty("mentioned")]
    public ChannelAccount Mentioned { get; set; }

    /// <summary>The part of the text that mentions; in Teams <c>&lt;at&gt;name&lt;/at&gt;</c>.</summary>
    [JsonProperty("text")]
    public string Text { get; set; }
}
