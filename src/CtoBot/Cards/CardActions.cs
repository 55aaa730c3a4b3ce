using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Actions of a card: an Action.Execute, with an Action.Submit of the same data for clients that do not know it.</summary>
internal static class CardActions
{
    /// <summary>The most actions that a card may have.</summary>
    public const int Most = 6;

    /// <summary>The most characters of a label that a button has room for on a phone.</summary>
    private const int LabelLength = 40;

    /// <summary>The style of the button that most people want.</summary>
    private const string Positive = "positive";

    /// <summary>A button that sends what stands in the inputs, once it is valid.</summary>
    public static AdaptiveAction Submit(Button button) => Make(button, AdaptiveAssociatedInputs.Auto, Positive);

    /// <summary>The button that most people want.</summary>
    public static AdaptiveAction First(Button button) => Make(button, AdaptiveAssociatedInputs.None, Positive);

    /// <summary>A button that looks at no inputs.</summary>
    public static AdaptiveAction Plain(Button button) => Make(button, AdaptiveAssociatedInputs.None, style: null);

    /// <summary>What tapping a part of the card does. The title is what screen readers say.</summary>
    public static AdaptiveAction Tap(string title, CardAction action) => Make(new Button(title, action), AdaptiveAssociatedInputs.None, style: null);

    /// <summary>Puts buttons below the card; those that find no place there become rows at its end.</summary>
    public static void Place(AdaptiveCard card, IReadOnlyCollection<Button> buttons)
    {
        var free = Most - card.Actions.Count;
        card.Actions.AddRange(buttons.Take(free).Select(Plain));
        card.Body.AddRange(buttons.Skip(free).Select(button => CardParts.Link(button.Label, button.Action)));
    }

    private static AdaptiveExecuteAction Make(Button button, AdaptiveAssociatedInputs inputs, string? style)
    {
        var label = PlainText.Shorten(button.Label, LabelLength);
        var data = CardData.Write(button.Action);
        return new AdaptiveExecuteAction
        {
            Title = label,
            Tooltip = label == button.Label ? null : PlainText.Shorten(button.Label, 200),
            Style = style ?? "default",
            Verb = button.Action.Verb,
            Data = data,
            AssociatedInputs = inputs,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction
            {
                Title = label,
                Style = style ?? "default",
                Data = data,
                AssociatedInputs = inputs,
            }),
        };
    }
}
