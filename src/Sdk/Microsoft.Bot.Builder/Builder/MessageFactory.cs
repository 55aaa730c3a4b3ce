using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Makes messages.</summary>
public static class MessageFactory
{
    /// <summary>Makes a message with a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken.</param>
    /// <param name="inputHint">See <see cref="InputHints"/>; <c>acceptingInput</c> when null.</param>
    /// <returns>The message.</returns>
    public static Activity Text(string text, string ssml = null, string inputHint = null)
    {
        var message = (Activity)Activity.CreateMessageActivity();
        message.Text = string.IsNullOrWhiteSpace(text) ? null : text;
        message.Speak = string.IsNullOrWhiteSpace(ssml) ? null : ssml;
        message.InputHint = inputHint ?? InputHints.AcceptingInput;
        return message;
    }

    /// <summary>Makes a message with suggested actions that send their own labels.</summary>
    /// <param name="actions">The labels.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken.</param>
    /// <param name="inputHint">See <see cref="InputHints"/>; <c>acceptingInput</c> when null.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity SuggestedActions(IEnumerable<string> actions, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(actions);
        return SuggestedActions(actions.Select(label => new CardAction(ActionTypes.ImBack, label, value: label)), text, ssml, inputHint);
    }

    /// <summary>Makes a message with suggested actions.</summary>
    /// <param name="cardActions">The actions.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken.</param>
    /// <param name="inputHint">See <see cref="InputHints"/>; <c>acceptingInput</c> when null.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity SuggestedActions(IEnumerable<CardAction> cardActions, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(cardActions);
        var message = Text(text, ssml, inputHint);
        message.SuggestedActions = new SuggestedActions(actions: [.. cardActions]);
        return message;
    }

    /// <summary>Makes a message with an attachment.</summary>
    /// <param name="attachment">The attachment.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken.</param>
    /// <param name="inputHint">See <see cref="InputHints"/>; <c>acceptingInput</c> when null.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity Attachment(Attachment attachment, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachment);
        return Attachment([attachment], text, ssml, inputHint);
    }

    /// <summary>Makes a message with attachments, one below the other.</summary>
    /// <param name="attachments">The attachments.</param>
    /// <param name="text">The text.</param>
    /// <param name="ssml">What is spoken.</param>
    /// <param name="inputHint">See <see cref="InputHints"/>; <c>acceptingInput</c> when null.</param>
    /// <returns>The message.</returns>
    public static IMessageActivity Attachment(IEnumerable<Attachment> attachments, string text = null, string ssml = null, string inputHint = null)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        var message = Text(text, ssml, inputHint);
        message.AttachmentLayout = AttachmentLayoutTypes.List;
        message.Attachments = [.. attachments];
        return message;
    }
}
