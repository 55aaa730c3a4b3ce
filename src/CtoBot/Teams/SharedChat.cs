using AdaptiveCards;
using CtoBot.Core.Content;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CtoBot.Teams;

/// <summary>Where others read along the bot only says who it is and where to talk. Nothing is read or kept there.</summary>
internal static class SharedChat
{
    /// <summary>Said when the bot is added.</summary>
    public static IMessageActivity Hello(IActivity activity, Texts texts) => Message(activity, texts, "shared.hello");

    /// <summary>Said when somebody speaks to it.</summary>
    public static IMessageActivity Answer(IMessageActivity activity, Texts texts) =>
        Message(activity, texts, IsGreeting(ActivityReader.WordsOf(activity)) ? "shared.hello" : "shared.private");

    /// <summary>Said to somebody who wants to share there, and has no private chat with it.</summary>
    public static IMessageActivity Unmet(IActivity activity, Texts texts) => Message(activity, texts, "share.groupUnmet");

    private static bool IsGreeting(string words) =>
        words.Trim().TrimEnd('!', '.', '?').ToUpperInvariant() is "" or "HI" or "HELLO" or "HELP";

    private static IMessageActivity Message(IActivity activity, Texts texts, string key) => MessageFactory.Attachment(new Attachment
    {
        ContentType = AdaptiveCard.ContentType,
        Content = new AdaptiveCard("1.5")
        {
            Body = { new AdaptiveTextBlock(texts[key]) { Wrap = true } },
            Actions =
            {
                new AdaptiveOpenUrlAction
                {
                    Title = texts["shared.open"],
                    Url = new Uri($"https://teams.microsoft.com/l/chat/0/0?users={Uri.EscapeDataString(activity.Recipient?.Id ?? "")}"),
                },
            },
        },
    });
}
