using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>Steps to tick: the box ticks a step, the rest of its row shows it in full.</summary>
internal static class ChecklistCard
{
    /// <summary>As wide as a finger.</summary>
    private const string TickWidth = "40px";

    public static void Fill(AdaptiveCard card, Reply.Checklist list, Texts texts, Room room)
    {
        var undo = list.Notice is null ? null : list.Buttons.FirstOrDefault(button => button.Action.Verb == Verbs.Undo);
        if (list.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo, room));
        card.Body.Add(CardParts.Title(list.Title, room));
        card.Body.Add(CardParts.Progress(list.Progress));
        if (list.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(lead));
        Rows(card, list, texts, room);
        if (list.Tip is { } tip)
            card.Body.Add(Tip(tip));
        CardActions.Place(card, [.. list.Buttons.Where(button => button != undo)]);
    }

    private static void Rows(AdaptiveCard card, Reply.Checklist list, Texts texts, Room room)
    {
        var free = room.Rows;
        foreach (var section in list.Sections.TakeWhile(_ => free > 0))
        {
            if (section.Heading.Length > 0)
                card.Body.Add(CardParts.Heading(section.Heading));
            card.Body.AddRange(section.Steps.Take(free).Select(step => Row(step, room)));
            free -= section.Steps.Length;
        }

        if (free < 0)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreSteps", ("count", texts.Number(list.Sections.Sum(section => section.Steps.Length) - room.Rows)))));
    }

    private static AdaptiveColumnSet Row(StepLine step, Room room) => new()
    {
        Columns =
        {
            new AdaptiveColumn
            {
                Width = TickWidth,
                SelectAction = CardActions.Tap(step.Toggle.Label, step.Toggle.Action),
                Items = { PlainText.Block(AdaptiveSpacing.Default, new AdaptiveTextRun(Tick(step.Mark)) { Size = AdaptiveTextSize.Large }) },
            },
            new AdaptiveColumn
            {
                Width = AdaptiveColumnWidth.Stretch,
                Spacing = AdaptiveSpacing.None,
                SelectAction = CardActions.Tap(step.Open.Label, step.Open.Action),
                Items = [.. Words(step, room)],
            },
        },
    };

    private static IEnumerable<AdaptiveElement> Words(StepLine step, Room room)
    {
        var settled = step.Mark != StepMark.Open;
        var title = PlainText.Run(step.Number is { } number ? $"{number}. {step.Title}" : step.Title);
        title.IsSubtle = settled;
        title.Strikethrough = settled;
        yield return PlainText.Block(AdaptiveSpacing.Default, title);
        if (step.Detail.Length > 0)
            yield return PlainText.Subtle(step.Detail, AdaptiveSpacing.None);
        if (step.Note is { } note)
            yield return Noted(PlainText.OneLine(note, room.Brief / 2));
    }

    private static AdaptiveRichTextBlock Noted(string note)
    {
        var run = PlainText.Small(note);
        run.Italic = true;
        return PlainText.Block(AdaptiveSpacing.None, run);
    }

    private static AdaptiveContainer Tip(string tip) => new()
    {
        Style = AdaptiveContainerStyle.Emphasis,
        Spacing = AdaptiveSpacing.Large,
        Items = { PlainText.Paragraph(tip) },
    };

    private static string Tick(StepMark mark) => mark switch
    {
        StepMark.Done => "☑\ufe0e",
        StepMark.Skipped => "–",
        _ => "☐",
    };
}
