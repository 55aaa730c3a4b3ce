using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons that the client shows below the last message until one is chosen.</summary>
public class SuggestedActions
{
    /// <summary>Creates an empty instance.</summary>
    public SuggestedActions()
    {
    }

    /// <summary>Creates an instance with the properties given.</summary>
    public SuggestedActions(IList<string> to = default, IList<CardAction> actions = default)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Ids of those who see them; all, when null.</summary>
    [JsonProperty("to")]
    public IList<string> To { get; set; }

    /// <summary>The buttons. Teams shows three in a personal chat.</summary>
    [JsonProperty("actions")]
    public IList<CardAction> Actions { get; set; }
}
