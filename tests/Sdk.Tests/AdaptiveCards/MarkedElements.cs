using AdaptiveCards;
using Newtonsoft.Json;

namespace CtoBot.Sdk.Tests.AdaptiveCards;

/// <summary>Elements of one's own, derived from those of the library.</summary>
internal sealed class Marked : AdaptiveContainer
{
    public override string Type { get; set; } = "Marked";

    [JsonProperty(Order = -9)]
    public string? Mark { get; set; } = "m";

    public AdaptiveTextBlock? Inner { get; set; }

    public AdaptiveElement[]? Others { get; set; }
}

internal sealed class MarkedAction : AdaptiveSubmitAction
{
    public int Mark { get; set; } = 3;
}

internal sealed class MarkedCard() : AdaptiveCard("1.4")
{
    public AdaptiveColumn Mark { get; } = new() { Width = AdaptiveColumnWidth.Auto };
}
