using System.Text.RegularExpressions;
using AdaptiveCards;

namespace CtoBot.Cards;

/// <summary>
/// Text that a client shows as it is. A text run knows no markdown, but a card's text functions are carried out even there,
/// and text blocks know markdown: so nothing that a person wrote reaches a card except through here.
/// </summary>
internal static partial class PlainText
{
    /// <summary>Not to be seen, and no place to break a line.</summary>
    private const string WordJoiner = "\u2060";

    /// <summary>What begins a text function, apart: so it is none.</summary>
    private const string FunctionApart = "{" + WordJoiner + "{";

    /// <summary>Not to be seen, and a place to break a line.</summary>
    private const string WordBreak = "\u200b";

    /// <summary>Stands for what is left out.</summary>
    public const string Ellipsis = "…";

    /// <summary>Between two runs of a line. Clients show several ordinary spaces as one.</summary>
    public const string Gap = "\u2003";

    /// <summary>A paragraph.</summary>
    public static AdaptiveRichTextBlock Paragraph(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Default) =>
        Block(spacing, Run(text));

    /// <summary>A line of lesser weight: a hint, a date.</summary>
    public static AdaptiveRichTextBlock Subtle(string text, AdaptiveSpacing spacing = AdaptiveSpacing.Small) =>
        Block(spacing, Small(text));

    /// <summary>A paragraph of one run.</summary>
    public static AdaptiveRichTextBlock Block(AdaptiveSpacing spacing, AdaptiveTextRun run) => new() { Spacing = spacing, Inlines = { run } };

    /// <summary>A paragraph of several runs.</summary>
    public static AdaptiveRichTextBlock Block(AdaptiveSpacing spacing, params IEnumerable<AdaptiveTextRun> runs) =>
        new() { Spacing = spacing, Inlines = [.. runs] };

    /// <summary>A run of ordinary text.</summary>
    public static AdaptiveTextRun Run(string text) => new(Literal(text));

    /// <summary>A run of small, subtle text.</summary>
    public static AdaptiveTextRun Small(string text) => new(Literal(text)) { Size = AdaptiveTextSize.Small, IsSubtle = true };

    /// <summary>
    /// A heading that screen readers announce. Only text blocks can be headings, so one that could be taken for markdown
    /// becomes rich text that looks the same.
    /// </summary>
    public static AdaptiveElement Heading(string text, AdaptiveTextSize size, AdaptiveSpacing spacing = AdaptiveSpacing.Default) =>
        NoMarkup().IsMatch(text)
            ? new AdaptiveTextBlock(text)
            {
                Style = AdaptiveTextBlockStyle.Heading,
                Size = size,
                Weight = AdaptiveTextWeight.Bolder,
                Wrap = true,
                Spacing = spacing,
            }
            : Block(spacing, new AdaptiveTextRun(Literal(text)) { Size = size, Weight = AdaptiveTextWeight.Bolder });

    /// <summary>The text without anything that a client would act on, without turns of direction (<see cref="Directions"/>), and without words that are wider than a phone.</summary>
    public static string Literal(string text) =>
        EndlessWord().Replace(Function().Replace(Directions.Without(text).ReplaceLineEndings("\n"), FunctionApart), word => Piece().Replace(word.Value, "$0" + WordBreak));

    /// <summary>The beginning of a text, with "…" if that is not all of it.</summary>
    public static string Shorten(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = most - Ellipsis.Length;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        return text[..end].TrimEnd() + Ellipsis;
    }

    /// <summary>The same in one line.</summary>
    public static string OneLine(string text, int most) =>
        Shorten(WhiteSpace().Replace(text.Length > 4 * most ? text[..(4 * most)] + Ellipsis : text, " ").Trim(), most);

    /// <summary>Letters, digits and punctuation that means nothing in markdown, nothing that begins a list, nothing that looks like an address.</summary>
    [GeneratedRegex(@"\A(?!\d+[.)])[\p{L}\p{Nd}“„‘(¿¡](?:[\p{L}\p{M}\p{Nd} ,;?!'’‘“”„·…()–—-]|[.:/](?=\s|\z))*\z")]
    private static partial Regex NoMarkup();

    /// <summary>The beginning of <c>{{DATE(…)}}</c> or <c>{{TIME(…)}}</c>.</summary>
    [GeneratedRegex(@"\{\{(?=\s*(?:DATE|TIME)\s*\()", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Function();

    /// <summary>Some clients cut off what they cannot break. An address stays whole: people copy it.</summary>
    [GeneratedRegex(@"(?<!\S)(?!\w+://)\S{36,}")]
    private static partial Regex EndlessWord();

    /// <summary>A piece of a word, where nothing is taken apart: letters with their marks, emoji of several.</summary>
    [GeneratedRegex(@"[\p{L}\p{Nd}\p{P}\p{Sm}\p{Sc}\p{Sk}]{10}(?=[\p{L}\p{Nd}\p{P}\p{Sm}\p{Sc}\p{Sk}])")]
    private static partial Regex Piece();

    /// <summary>Control characters among it: JSON makes six units of each, and they show nothing.</summary>
    [GeneratedRegex(@"[\s\p{Cc}]+")]
    private static partial Regex WhiteSpace();
}
