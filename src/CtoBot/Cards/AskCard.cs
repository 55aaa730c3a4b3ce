using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>A page of a dialog.</summary>
internal static class AskCard
{
    /// <summary>More lines of a table than this push its inputs off a phone.</summary>
    private const int MostLines = 5;

    /// <summary>Characters of such a line.</summary>
    private const int LineLength = 120;

    public static void Fill(AdaptiveCard card, Reply.Ask ask, Texts texts, Room room)
    {
        if (ask.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(ask.Progress is { } progress ? Title(ask.Title, progress, room) : CardParts.Title(ask.Title, room));
        if (ask.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead), AdaptiveSpacing.Small));
        foreach (var field in ask.Fields)
        {
            if (field.Lead is { } above)
                card.Body.Add(PlainText.Paragraph(room.Long(above), AdaptiveSpacing.ExtraLarge));
            card.Body.AddRange(field.Entry is { } entry ? Entry(field, entry, texts, room) : Question(field, texts, room));
        }

        AdaptiveAction[] submits = ask.More is { } more ? [CardActions.Submit(ask.Submit), CardActions.SubmitToo(more)] : [CardActions.Submit(ask.Submit)];
        CardActions.Place(card, submits, ask.Buttons);
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

    private static IEnumerable<AdaptiveElement> Question(Field field, Texts texts, Room room, AdaptiveSpacing spacing = AdaptiveSpacing.Large)
    {
        var input = FieldInput.For(field, texts);
        input.Id = CardData.InputId(field.Question.Id);
        input.Label = PlainText.Literal(field.Question.Ask);
        input.Spacing = spacing;
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

    /// <summary>The lines of a table that there are, and an input a column for one more, or for the one that is changed.</summary>
    private static IEnumerable<AdaptiveElement> Entry(Field field, Entry entry, Texts texts, Room room)
    {
        yield return CardParts.Heading(field.Question.Ask);
        if (field.Question.Hint is { } hint)
            yield return PlainText.Subtle(room.Long(hint));
        if (entry.Changing is { } changing)
            yield return PlainText.Paragraph(PlainText.OneLine(changing, room.BriefLength), AdaptiveSpacing.Small);
        var before = Math.Max(0, entry.Lines.Length - MostLines);
        if (before > 0)
            yield return PlainText.Subtle(texts.Say("card.moreLines", ("count", texts.Number(before))));
        foreach (var (line, index) in entry.Lines.Select((line, index) => (line, index)).Skip(before))
            yield return PlainText.Block(AdaptiveSpacing.Small, PlainText.Small(texts.Number(index + 1) + PlainText.Gap), PlainText.Run(PlainText.OneLine(line, LineLength)));
        if (field.Problem is { } problem)
            yield return Problem(room.Brief(problem));
        foreach (var element in entry.Cells.SelectMany(cell => Question(cell, texts, room, AdaptiveSpacing.Default)))
            yield return element;
    }

    private static AdaptiveRichTextBlock Problem(string problem)
    {
        var run = PlainText.Run(problem);
        run.Color = AdaptiveTextColor.Attention;
        return PlainText.Block(AdaptiveSpacing.Small, run);
    }
}
