using System.Collections.Immutable;
using System.Globalization;
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

    /// <summary>A card that asks more than this is a form: a mark of five points takes one line of it, and not five.</summary>
    private const int MostSpread = 8;

    public static void Fill(AdaptiveCard card, Reply.Ask ask, Texts texts, Room room)
    {
        var dense = ask.Fields.Length > MostSpread;
        if (ask.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(ask.Progress is { } progress ? Title(ask.Title, progress, room) : CardParts.Title(ask.Title, room));
        if (ask.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead), AdaptiveSpacing.Small));
        foreach (var field in ask.Fields)
        {
            if (field.Lead is { } above)
                card.Body.Add(PlainText.Paragraph(room.Long(above), AdaptiveSpacing.ExtraLarge));
            card.Body.AddRange(field.Entry is { } entry ? Entry(field, entry, texts, room, dense) : Question(field, texts, room, dense));
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

    private static IEnumerable<AdaptiveElement> Question(Field field, Texts texts, Room room, bool dense, AdaptiveSpacing spacing = AdaptiveSpacing.Large)
    {
        var input = FieldInput.For(field, texts, dense);
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
    private static IEnumerable<AdaptiveElement> Entry(Field field, Entry entry, Texts texts, Room room, bool dense)
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
        foreach (var element in entry.Cells.SelectMany(cell => Question(cell, texts, room, dense, AdaptiveSpacing.Default)))
            yield return element;
        foreach (var element in Spare(field, entry.Spare, 1, texts, room, dense))
            yield return element;
    }

    /// <summary>A button that shows the inputs of one more line, and those inputs, which hold the button for the one after.</summary>
    private static AdaptiveElement[] Spare(Field field, ImmutableArray<ImmutableArray<Field>> lines, int number, Texts texts, Room room, bool dense)
    {
        if (lines.IsEmpty)
            return [];
        // What was filled in and could not be taken is shown again.
        var isShown = lines[0].Any(cell => cell.Value.Length > 0 || cell.Problem is not null);
        string ElementId(string what) => string.Create(CultureInfo.InvariantCulture, $"{field.Question.Id}.{what}.{number}");
        var inputs = new AdaptiveContainer { Id = ElementId("line"), IsVisible = isShown, Separator = true, Spacing = AdaptiveSpacing.Medium };
        inputs.Items.AddRange(lines[0].SelectMany(cell => Question(cell, texts, room, dense, AdaptiveSpacing.Default)));
        inputs.Items.AddRange(Spare(field, lines[1..], number + 1, texts, room, dense));
        var show = new AdaptiveActionSet
        {
            Id = ElementId("more"),
            IsVisible = !isShown,
            Actions =
            {
                new AdaptiveToggleVisibilityAction
                {
                    Title = texts.Say("dialog.oneMore", ("question", field.Question.Name)),
                    TargetElements = { new AdaptiveTargetElement(inputs.Id, isVisible: true), new AdaptiveTargetElement(ElementId("more"), isVisible: false) },
                },
            },
        };
        return [show, inputs];
    }

    private static AdaptiveRichTextBlock Problem(string problem)
    {
        var run = PlainText.Run(problem);
        run.Color = AdaptiveTextColor.Attention;
        return PlainText.Block(AdaptiveSpacing.Small, run);
    }
}
