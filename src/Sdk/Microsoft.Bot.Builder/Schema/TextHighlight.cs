using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A part of the text to which a reply refers.</summary>
public class TextHighlight
{
    /// <summary>The text to highlight.</summary>
    [JsonProperty("text")]
    public string Text { get; set; }

    /// <summary>Which occurrence of the text, counted from one.</summary>
    [JsonProperty("occurrence")]
    public int? Occurrence { get; set; }
}
