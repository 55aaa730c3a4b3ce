using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>Two answers side by side. What differs is marked by a sign and by its frame, not by colour alone.</summary>
internal static class CompareCard
{
    private const string Same = "=";
    private const string Different = "≠";

    public static void Fill(AdaptiveCard card, Reply.Compare compare, Texts texts, Room room)
    {
        if (compare.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(CardParts.Title(compare.Title, room));
        card.Body.Add(PlainText.Subtle(room.Long(compare.Lead)));
        card.Body.Add(Sides(compare.First, compare.Second, room, heading: true));
        card.Body.AddRange(compare.Lines.Take(room.Rows).Select(line => Line(line, room)));
        if (compare.Lines.Length > room.Rows)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreAnswers", ("count", texts.Number(compare.Lines.Length - room.Rows)))));
        CardActions.Place(card, CardActions.First(compare.Buttons.FirstOrDefault()), [.. compare.Buttons.Skip(1)]);
    }

    private static AdaptiveContainer Line(CompareLine line, Room room) => new()
    {
        Style = line.Differs ? AdaptiveContainerStyle.Emphasis : null,
        Spacing = AdaptiveSpacing.Small,
        Items =
        {
            PlainText.Subtle($"{(line.Differs ? Different : Same)} {line.Label}"),
            Sides(line.First, line.Second, room, heading: false),
        },
    };

    private static AdaptiveColumnSet Sides(string first, string second, Room room, bool heading) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Columns = { Side(first, room, heading), Side(second, room, heading) },
    };

    private static AdaptiveColumn Side(string text, Room room, bool heading) => new()
    {
        Width = AdaptiveColumnWidth.Stretch,
        Items = { heading ? CardParts.Heading(room.Brief(text)) : PlainText.Paragraph(room.Long(text), AdaptiveSpacing.None) },
    };
}
