using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Actions of a card: an Action.Execute, with an Action.Submit of the same data for clients that do not know it.</summary>
internal static class CardActions
{
    /// <summary>The most actions that a card may have.</summary>
    public const int Most = 6;

    /// <summary>How many characters a row of buttons has room for on a phone.</summary>
    private const int RowLength = 34;

    /// <summary>What the frame of a button takes of that.</summary>
    private const int ButtonPadding = 4;

    /// <summary>The most characters of a label.</summary>
    private const int LabelLength = RowLength - ButtonPadding;

    /// <summary>The style of the button that most people want.</summary>
    private const string Positive = "positive";

    /// <summary>A button that sends what stands in the inputs, once it is valid.</summary>
    public static AdaptiveAction Submit(Button button) => Make(button, AdaptiveAssociatedInputs.Auto, Positive);

    /// <summary>Another button that sends what stands in the inputs.</summary>
    public static AdaptiveAction SubmitToo(Button button) => Make(button, AdaptiveAssociatedInputs.Auto, style: null);

    /// <summary>The button that most people want.</summary>
    public static AdaptiveAction? First(Button? button) => button is null ? null : Make(button, AdaptiveAssociatedInputs.None, Positive);

    /// <summary>A button that looks at no inputs.</summary>
    private static AdaptiveAction Plain(Button button) => Make(button, AdaptiveAssociatedInputs.None, style: null);

    /// <summary>What tapping a part of the card does.</summary>
    /// <param name="title">What screen readers say instead of what stands there: so it has to hold all of that.</param>
    /// <param name="action">What it does.</param>
    public static AdaptiveAction Tap(string title, CardAction action)
    {
        var data = CardData.Write(action);
        return new AdaptiveExecuteAction
        {
            Title = Directions.Without(title),
            Verb = action.Verb,
            Data = data,
            AssociatedInputs = AdaptiveAssociatedInputs.None,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Data = data, AssociatedInputs = AdaptiveAssociatedInputs.None }),
        };
    }

    /// <summary>
    /// Puts buttons at the end of the card, in rows that a phone can show: a client cuts the labels of a row that is too long.
    /// Those beyond <see cref="Most"/> become lines to tap.
    /// </summary>
    /// <param name="card">The card, complete but for its buttons.</param>
    /// <param name="first">The one that most people want, made already; or null.</param>
    /// <param name="others">The rest.</param>
    public static void Place(AdaptiveCard card, AdaptiveAction? first, params IReadOnlyCollection<Button> others) =>
        Place(card, first is null ? [] : [first], others);

    /// <summary>The same with several that are made already, and come first.</summary>
    public static void Place(AdaptiveCard card, IReadOnlyCollection<AdaptiveAction> made, IReadOnlyCollection<Button> others)
    {
        AdaptiveAction[] actions = [.. made, .. others.Take(Most - made.Count).Select(Plain)];
        var rows = Rows(actions);
        card.Body.AddRange(rows.SkipLast(1).Select(row => new AdaptiveActionSet { Actions = row }));
        card.Actions.AddRange(rows.TakeLast(1).SelectMany(row => row));
        card.Body.AddRange(others.Skip(actions.Length - made.Count).Select(button => CardParts.Link(button.Label, button.Action)));
    }

    private static List<List<AdaptiveAction>> Rows(IEnumerable<AdaptiveAction> actions)
    {
        var rows = new List<List<AdaptiveAction>>();
        var free = 0;
        foreach (var action in actions)
        {
            var width = action.Title.Length + ButtonPadding;
            if (width > free)
            {
                rows.Add([]);
                free = RowLength;
            }

            rows[^1].Add(action);
            free -= width;
        }

        return rows;
    }

    private static AdaptiveExecuteAction Make(Button button, AdaptiveAssociatedInputs inputs, string? style)
    {
        var whole = Directions.Without(button.Label);
        var label = PlainText.Shorten(whole, LabelLength);
        var data = CardData.Write(button.Action);
        return new AdaptiveExecuteAction
        {
            Title = label,
            Tooltip = label == whole ? null : PlainText.Shorten(whole, 200),
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
