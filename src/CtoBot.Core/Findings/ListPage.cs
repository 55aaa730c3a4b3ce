using System.Collections.Immutable;
using System.Globalization;

namespace CtoBot.Core.Findings;

/// <summary>One page of a list.</summary>
/// <param name="Items">What it shows.</param>
/// <param name="Text">Which page of how many, or null if this is all.</param>
/// <param name="Buttons">The other pages.</param>
internal sealed record ListPage<T>(ImmutableArray<T> Items, string? Text, ImmutableArray<Button> Buttons);

/// <summary>Takes lists apart into pages that a card can show.</summary>
internal static class ListPage
{
    /// <summary>How many things a card shows, as a rule.</summary>
    public const int Size = 10;

    /// <summary>A page of a list; the nearest if there is none of that number, because the list has become shorter.</summary>
    /// <param name="scene">Where the turn happens.</param>
    /// <param name="all">The whole list.</param>
    /// <param name="number">Which page, from 1.</param>
    /// <param name="list">The list's view, see <see cref="Views.Page"/>.</param>
    /// <param name="size">How many things a page has.</param>
    public static ListPage<T> Of<T>(Scene scene, IReadOnlyList<T> all, int number, string list, int size = Size)
    {
        var last = Math.Max(1, (all.Count + size - 1) / size);
        number = Math.Clamp(number, 1, last);
        var from = (number - 1) * size;
        ImmutableArray<T> items = [.. all.Skip(from).Take(size)];
        if (last == 1)
            return new ListPage<T>(items, null, []);
        var texts = scene.Texts;
        var buttons = ImmutableArray.CreateBuilder<Button>();
        if (number > 1)
            buttons.Add(new Button(texts["list.previous"], CardAction.Show(Views.Page(list, number - 1))));
        if (number < last)
            buttons.Add(new Button(texts["list.next"], CardAction.Show(Views.Page(list, number + 1))));
        return new ListPage<T>(
            items,
            texts.Say("list.range", ("from", texts.Number(from + 1)), ("to", texts.Number(from + items.Length)), ("count", texts.Number(all.Count))),
            buttons.ToImmutable());
    }

    /// <summary>The number of a page as a view's name has it; 1 for none; null for what is no number.</summary>
    public static int? Number(string argument) =>
        argument.Length == 0 ? 1
        : int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;
}
