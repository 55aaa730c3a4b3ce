using System.Globalization;
using AdaptiveCards;
using CtoBot.Core;

namespace CtoBot.Cards;

/// <summary>Something to read. Where sections hold lists they are folded, so that a phone shows all headings at once.</summary>
internal static class GuideCard
{
    public static void Fill(AdaptiveCard card, Reply.Guide guide, Room room)
    {
        card.Body.Add(CardParts.Title(guide.Title, room));
        card.Body.Add(PlainText.Paragraph(room.Long(guide.Lead)));
        var folded = guide.Sections.Any(section => !section.Points.IsEmpty);
        for (var index = 0; index < guide.Sections.Length; index++)
            card.Body.AddRange(folded ? Folded(guide.Sections[index], index, room) : Open(guide.Sections[index], room));
        CardActions.Place(card, CardActions.First(guide.Buttons.FirstOrDefault()), [.. guide.Buttons.Skip(1)]);
    }

    private static IEnumerable<AdaptiveElement> Open(GuideSection section, Room room) => [CardParts.Heading(section.Heading), .. Content(section, room)];

    private static IEnumerable<AdaptiveElement> Folded(GuideSection section, int index, Room room)
    {
        var number = index.ToString(CultureInfo.InvariantCulture);
        var (content, opened, closed) = ("content" + number, "opened" + number, "closed" + number);
        yield return new AdaptiveColumnSet
        {
            Spacing = AdaptiveSpacing.Medium,
            SelectAction = new AdaptiveToggleVisibilityAction { Title = section.Heading, TargetElements = { content, opened, closed } },
            Columns =
            {
                new AdaptiveColumn { Width = AdaptiveColumnWidth.Stretch, Items = { CardParts.Heading(section.Heading) } },
                new AdaptiveColumn { Width = AdaptiveColumnWidth.Auto, VerticalContentAlignment = AdaptiveVerticalContentAlignment.Center, Items = { Sign("▾", closed), Sign("▴", opened, isVisible: false) } },
            },
        };
        yield return new AdaptiveContainer
        {
            Id = content,
            IsVisible = false,
            Spacing = AdaptiveSpacing.Small,
            Items = [.. Content(section, room)],
        };
    }

    private static IEnumerable<AdaptiveElement> Content(GuideSection section, Room room) =>
    [
        .. section.Paragraphs.Select(text => PlainText.Paragraph(room.Long(text), AdaptiveSpacing.Small)),
        .. CardParts.Points(section.Points, room),
    ];

    private static AdaptiveRichTextBlock Sign(string sign, string id, bool isVisible = true)
    {
        var block = PlainText.Block(AdaptiveSpacing.None, CardParts.Accent(sign));
        (block.Id, block.IsVisible) = (id, isVisible);
        return block;
    }
}
