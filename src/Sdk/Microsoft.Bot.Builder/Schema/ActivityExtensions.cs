namespace Microsoft.Bot.Schema;

/// <summary>Helpers for mentions in messages.</summary>
public static class ActivityExtensions
{
    /// <summary>Removes the mention of the recipient, that is of the bot, from the text of a message.</summary>
    /// <param name="activity">The message; its text is changed.</param>
    /// <returns>The new text, trimmed when something was removed.</returns>
    public static string RemoveRecipientMention(this IMessageActivity activity) => activity.RemoveMentionText(activity.Recipient?.Id);

    /// <summary>Removes the mentions of an account from the text of a message.</summary>
    /// <param name="activity">The message; its text is changed.</param>
    /// <param name="id">The id of the account.</param>
    /// <returns>The new text, trimmed when something was removed.</returns>
    public static string RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned.Id == id))
        {
            var text = mention.Text ?? $"<at>{mention.Mentioned.Name}</at>";
            if (text.Length > 0)
                activity.Text = activity.Text?.Replace(text, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }
}
