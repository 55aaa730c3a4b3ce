using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>Steps to tick: the box ticks a step, the rest of its row shows it in full.</summary>
internal static class ChecklistCard
{
    public static void Fill(AdaptiveCard card, Reply.Checklist list, Texts texts, Room room)
    {
        var buttons = CardParts.Head(card, list.Title, list.Notice, list.Buttons, room);
        card.Body.Add(CardParts.Progress(list.Progress));
        if (list.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead)));
        MenuCard.Groups(card, list.Agenda, texts, room);
        Rows(card, list, texts, room);
        if (list.Tip is { } tip)
            card.Body.Add(Tip(room.Long(tip)));
        if (list.Why is { } why)
            card.Body.Add(PlainText.Subtle(room.Long(why)));
        CardActions.Place(card, first: null, buttons);
    }

    private static void Rows(AdaptiveCard card, Reply.Checklist list, Texts texts, Room room)
    {
        var shown = 0;
        foreach (var section in list.Sections)
        {
            if (shown == room.Rows)
                break;
            if (section.Heading.Length > 0)
                card.Body.Add(CardParts.Heading(section.Heading));
            var rows = section.Steps.Take(room.Rows - shown).Select(step => Row(step, room)).ToArray();
            card.Body.AddRange(rows);
            shown += rows.Length;
        }

        var hidden = list.Sections.Sum(section => section.Steps.Length) - shown;
        if (hidden > 0)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreSteps", ("count", texts.Number(hidden)))));
    }

    private static AdaptiveColumnSet Row(StepLine step, Room room) =>
        FigureRow.Make(new(Tick(step.Mark), FigureRow.Finger, step.Toggle), Run(step), [.. Details(step, room)], step.Open.Action);

    private static string Title(StepLine step) => step.Number is { } number ? $"{number}. {step.Title}" : step.Title;

    /// <summary>What stands below the title.</summary>
    private static IEnumerable<string> Details(StepLine step, Room room)
    {
        if (step.Detail.Length > 0)
            yield return room.Brief(step.Detail);
        if (step.Note is { } note)
            yield return PlainText.OneLine(note, room.NoteLength);
    }

    private static AdaptiveTextRun Run(StepLine step)
    {
        var settled = step.Mark != StepMark.Open;
        var title = PlainText.Run(Title(step));
        (title.IsSubtle, title.Strikethrough) = (settled, settled);
        return title;
    }

    private static AdaptiveTextRun Tick(StepMark mark) => new(mark switch
    {
        // Followed by the sign that asks for text: some phones would show a coloured picture.
        StepMark.Done => "☑\ufe0e",
        StepMark.Skipped => "–",
        _ => "☐",
    })
    {
        Size = AdaptiveTextSize.ExtraLarge,
    };

    private static AdaptiveContainer Tip(string tip) => new()
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Spacing = AdaptiveSpacing.Large,
        Items = { PlainText.Paragraph(tip) },
    };
}
