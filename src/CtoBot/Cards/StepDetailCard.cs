using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>One step in full.</summary>
internal static class StepDetailCard
{
    public static void Fill(AdaptiveCard card, Reply.StepDetail step, Texts texts, Room room)
    {
        var buttons = CardParts.Head(card, step.Title, step.Notice, step.Buttons, room);
        card.Body.Add(PlainText.Subtle(room.Brief(step.When)));
        if (step.State is { } state)
            card.Body.Add(PlainText.Paragraph(room.Brief(state), AdaptiveSpacing.Small));
        if (step.PersonalNote is { } note)
            card.Body.Add(Note(note, texts, room));
        card.Body.Add(CardParts.Heading(texts["step.do"]));
        card.Body.Add(PlainText.Paragraph(room.Long(step.Do), AdaptiveSpacing.Small));
        // A draft belongs to what is to be done, and leaves the buttons to the step itself.
        card.Body.AddRange(step.Buttons.Where(IsDraft).Select(button => CardParts.Link(texts.Say("card.draft", ("title", button.Label)), button.Action)));
        card.Body.Add(CardParts.Heading(texts["step.why"]));
        card.Body.Add(PlainText.Paragraph(room.Long(step.Why), AdaptiveSpacing.Small));
        Points(card, texts["step.ask"], step.Questions, room);
        Points(card, texts["step.bring"], step.Results, room);
        CardActions.Place(card, first: null, [.. buttons.Where(button => !IsDraft(button))]);
    }

    private static bool IsDraft(Button button) =>
        button.Action.Verb == Verbs.Show && button.Action[DataKeys.View].StartsWith(Views.Message(""), StringComparison.Ordinal);

    private static AdaptiveContainer Note(string note, Texts texts, Room room)
    {
        var container = new AdaptiveContainer
        {
            Style = AdaptiveContainerStyle.Emphasis,
            Items =
            {
                PlainText.Subtle(texts["step.noteTitle"]),
                PlainText.Paragraph(room.Long(note), AdaptiveSpacing.None),
            },
        };
        if (note.Length > room.LongLength)
            container.Items.Add(PlainText.Subtle(texts.Say("card.moreNote", ("button", texts["step.note"]))));
        return container;
    }

    private static void Points(AdaptiveCard card, string label, IReadOnlyCollection<string> points, Room room)
    {
        if (points.Count == 0)
            return;
        card.Body.Add(CardParts.Heading(label));
        card.Body.AddRange(CardParts.Points(points, room));
    }
}
