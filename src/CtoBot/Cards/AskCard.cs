using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>A page of a dialog.</summary>
internal static class AskCard
{
    public static void Fill(AdaptiveCard card, Reply.Ask ask, Texts texts, Room room)
    {
        if (ask.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(ask.Progress is { } progress ? Title(ask.Title, progress, room) : CardParts.Title(ask.Title, room));
        if (ask.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead), AdaptiveSpacing.Small));
        foreach (var field in ask.Fields)
            card.Body.AddRange(Question(field, texts, room));
        CardActions.Place(card, CardActions.Submit(ask.Submit), ask.Buttons);
    }

    private static AdaptiveColumnSet Title(string title, string progress, Room room) => new()
    {
        Columns =
        {
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch, Items = { CardParts.Title(title, room) } },
            new AdaptiveColumn
            {
                Width = AdaptiveColumnWidth.Auto,
                VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center,
                Items = { PlainText.Subtle(progress) },
            },
        },
    };

    private static IEnumerable<AdaptiveElement> Question(Field field, Texts texts, Room room)
    {
        var input = FieldInput.For(field, texts);
        input.Id = CardData.InputId(field.Question.Id);
        input.Label = PlainText.Literal(field.Question.Ask);
        input.Spacing = AdaptiveSpacing.Large;
        if (field.Question.Required)
        {
            input.IsRequired = true;
            input.ErrorMessage = PlainText.Literal(texts.Say("dialog.required", ("question", field.Question.Name)));
        }

        yield return input;
        if (field.Problem is { } problem)
            yield return Problem(room.Brief(problem));
        else if (field.Question.Hint is { } hint)
            yield return PlainText.Subtle(room.Long(hint));
    }

    private static AdaptiveRichTextBlock Problem(string problem)
    {
        var run = PlainText.Run(problem);
        run.Color = AdaptiveTextColor.Attention;
        return PlainText.Block(AdaptiveSpacing.Small, run);
    }
}
