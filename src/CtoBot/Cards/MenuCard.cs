using System.Collections.Immutable;
using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>Things to choose from.</summary>
internal static class MenuCard
{
    /// <summary>The most characters of a detail that finds room beside its label on a phone.</summary>
    private const int BesideLength = 12;

    public static void Fill(AdaptiveCard card, Reply.Menu menu, Texts texts, Room room)
    {
        if (menu.Notice is { } notice)
            card.Body.Add(CardParts.Notice(notice, undo: null, room));
        card.Body.Add(CardParts.Title(menu.Title, room));
        if (menu.Lead is { } lead)
            card.Body.Add(PlainText.Subtle(room.Long(lead)));
        if (menu.Progress is { } progress)
            card.Body.Add(CardParts.Progress(progress));
        Groups(card, menu.Groups, texts, room);
        CardActions.Place(card, first: null, menu.Buttons);
    }

    /// <summary>Entries under their headings.</summary>
    public static void Groups(AdaptiveCard card, ImmutableArray<MenuGroup> groups, Texts texts, Room room)
    {
        var shown = 0;
        foreach (var group in groups)
        {
            if (shown == room.Rows)
                break;
            if (group.Heading.Length > 0)
                card.Body.Add(CardParts.Heading(group.Heading));
            if (group.Text is { } text)
                card.Body.Add(PlainText.Subtle(room.Long(text), AdaptiveSpacing.None));
            var beside = group.Entries.All(entry => entry.Detail.Length <= BesideLength);
            var rows = group.Entries.Take(room.Rows - shown).Select(entry => beside ? TwoColumns(entry, room) : OneColumn(entry, room)).ToArray();
            card.Body.AddRange(rows);
            shown += rows.Length;
        }

        var hidden = groups.Sum(group => group.Entries.Length) - shown;
        if (hidden > 0)
            card.Body.Add(PlainText.Subtle(texts.Say("card.moreEntries", ("count", texts.Number(hidden)))));
    }

    private static AdaptiveElement TwoColumns(MenuEntry entry, Room room) => new AdaptiveColumnSet
    {
        SelectAction = CardActions.Tap(PlainText.OneLine($"{entry.Label} {entry.Detail}", room.BriefLength), entry.Action),
        Columns =
        {
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch, Items = { PlainText.Block(AdaptiveSpacing.Default, Label(entry, room)) } },
            new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, Items = { PlainText.Subtle(entry.Detail) } },
        },
    };

    private static AdaptiveElement OneColumn(MenuEntry entry, Room room) => new AdaptiveContainer
    {
        SelectAction = CardActions.Tap(PlainText.OneLine($"{entry.Label} {entry.Detail}", room.BriefLength), entry.Action),
        Items = { PlainText.Block(AdaptiveSpacing.Default, Label(entry, room), PlainText.Small(PlainText.Gap + PlainText.OneLine(entry.Detail, room.BriefLength))) },
    };

    private static AdaptiveTextRun Label(MenuEntry entry, Room room) => CardParts.Accent(PlainText.OneLine(entry.Label, room.BriefLength));
}
