using AdaptiveCards;
using CtoBot.Core;
using CtoBot.Core.Content;

namespace CtoBot.Cards;

/// <summary>A page to read before a meeting: facts, then sections with what was said.</summary>
internal static class BriefCard
{
    public static void Fill(AdaptiveCard card, Reply.Brief brief, Texts texts, Room room)
    {
        var buttons = CardParts.Head(card, brief.Title, brief.Notice, brief.Buttons, room);
        if (brief.Lead is { } lead)
            card.Body.Add(PlainText.Paragraph(room.Long(lead), AdaptiveSpacing.Small));
        card.Body.AddRange(brief.Facts.Take(room.Rows).Select(fact => Fact(fact, room)));
        var rows = Math.Max(1, room.Rows / Math.Max(1, brief.Sections.Length));
        card.Body.AddRange(brief.Sections.Take(room.Rows).SelectMany(section => Section(section, rows, texts, room)));
        CardActions.Place(card, CardActions.First(buttons.FirstOrDefault()), buttons[Math.Min(1, buttons.Length)..]);
    }

    private static AdaptiveColumnSet Fact(BriefFact fact, Room room) => new()
    {
        Spacing = AdaptiveSpacing.Small,
        Columns =
        {
            new AdaptiveColumn { Width = "1", Items = { PlainText.Subtle(PlainText.OneLine(fact.Label, room.BriefLength)) } },
            new AdaptiveColumn { Width = "3", Items = { PlainText.Paragraph(room.Brief(fact.Value)) } },
        },
    };

    /// <summary>A section of so many rows. Every section has some, so that a long one does not push out what follows.</summary>
    private static IEnumerable<AdaptiveElement> Section(BriefSection section, int rows, Texts texts, Room room)
    {
        if (section.Heading.Length > 0)
            yield return CardParts.Heading(room.Brief(section.Heading));
        AdaptiveElement[] all =
        [
            .. section.Paragraphs.Select(text => PlainText.Paragraph(room.Long(text), AdaptiveSpacing.Small)),
            .. section.Points.Select(point => CardParts.Point(room.Long(point))),
            .. section.Quotes.Select(quote => QuoteParts.Short(quote, texts, room)),
        ];
        foreach (var row in all.Take(rows))
            yield return row;
        if (all.Length > rows)
            yield return PlainText.Subtle(texts.Say("card.moreInBrief", ("count", texts.Number(all.Length - rows))));
        if (section.More is { } more)
            yield return CardParts.Link(more.Label, more.Action);
    }
}
