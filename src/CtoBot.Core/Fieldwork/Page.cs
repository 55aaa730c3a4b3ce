using System.Collections.Immutable;
using System.Globalization;

namespace CtoBot.Core.Fieldwork;

/// <summary>The part of a long list that a card shows.</summary>
/// <param name="Items">What is on it.</param>
/// <param name="First">The number of the first, from 1.</param>
/// <param name="Text">Which page of how many; null if it is the only one.</param>
/// <param name="Buttons">To the pages before and after.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, int First, string? Text, ImmutableArray<Button> Buttons);

/// <summary>Cuts a list into pages.</summary>
internal static class Page
{
    /// <summary>More would not be read on a phone.</summary>
    public const int Size = 10;

    /// <summary>A page.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="items">The whole list.</param>
    /// <param name="page">Which, from 1; anything else is the first, and one past the end the last.</param>
    /// <param name="view">The view, see <see cref="Views.Page"/>.</param>
    public static Page<T> Of<T>(Scene scene, ImmutableArray<T> items, string page, string view)
    {
        var pages = Math.Max(1, (items.Length + Size - 1) / Size);
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? Math.Clamp(wanted, 1, pages) : 1;
        var first = (number - 1) * Size;
        var texts = scene.Texts;
        return new Page<T>(
            [.. items.Skip(first).Take(Size)],
            first + 1,
            pages == 1 ? null : texts.Say("card.page", ("page", texts.Number(number)), ("pages", texts.Number(pages))),
            [
                .. number > 1 ? new[] { Turn("card.pageBefore", number - 1) } : [],
                .. number < pages ? new[] { Turn("card.pageAfter", number + 1) } : [],
            ]);

        Button Turn(string label, int to) => new(texts[label], CardAction.Show(Views.Page(view, to)));
    }
}
