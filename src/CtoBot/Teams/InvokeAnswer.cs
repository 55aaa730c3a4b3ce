using AdaptiveCards;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CtoBot.Teams;

/// <summary>What an <c>adaptiveCard/action</c> invoke answers: a card that takes the place of the pressed one, or a short message.</summary>
internal static class InvokeAnswer
{
    /// <summary>Replaces the card.</summary>
    public static AdaptiveCardInvokeResponse Card(JRaw card) =>
        new() { StatusCode = 200, Type = AdaptiveCard.ContentType, Value = card };

    /// <summary>Leaves the card and says something.</summary>
    public static AdaptiveCardInvokeResponse Message(string text) =>
        new() { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = text };
}
