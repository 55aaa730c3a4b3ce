using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>A button of a message.</summary>
public class CardAction
{
    /// <summary>Creates an empty instance.</summary>
    public CardAction()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public CardAction(string type = default, string title = default, string image = default, string text = default, string displayText = default, object value = default, object channelData = default, string imageAltText = default)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
        ImageAltText = imageAltText;
    }

    /// <summary>What it does, see <see cref="ActionTypes"/>.</summary>
    [JsonProperty("type")]
    public string Type { get; set; }

    /// <summary>Its label.</summary>
    [JsonProperty("title")]
    public string Title { get; set; }

    /// <summary>The URL of its image.</summary>
    [JsonProperty("image")]
    public string Image { get; set; }

    /// <summary>The text sent.</summary>
    [JsonProperty("text")]
    public string Text { get; set; }

    /// <summary>The text shown in the chat.</summary>
    [JsonProperty("displayText")]
    public string DisplayText { get; set; }

    /// <summary>What is sent; its shape depends on <see cref="Type"/>.</summary>
    [JsonProperty("value")]
    public object Value { get; set; }

    /// <summary>What the channel needs besides.</summary>
    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    /// <summary>The text in place of the image.</summary>
    [JsonProperty("imageAltText")]
    public string ImageAltText { get; set; }
}
