using AdaptiveCards;
using CtoBot.Cards;

namespace CtoBot.Tests.Cards;

public class PlainTextTests
{
    [Theory]
    [InlineData("Friday 27 November")]
    [InlineData("Note: Meet your direct reports")]
    [InlineData("Customer support: same urgency?")]
    [InlineData("Day 1 · Fri 27 Nov")]
    [InlineData("Willkommen, Zoë – schön!")]
    [InlineData("“Setting up” is open")]
    public void A_plain_title_is_a_heading_for_screen_readers(string title) =>
        Assert.IsType<AdaptiveTextBlock>(PlainText.Heading(title, AdaptiveTextSize.Large));

    [Theory]
    [InlineData("*Acme*")]
    [InlineData("a_b_c")]
    [InlineData("[x](y)")]
    [InlineData("1. One")]
    [InlineData("2) Two")]
    [InlineData("- item")]
    [InlineData("# big")]
    [InlineData("`code`")]
    [InlineData("www.example.com")]
    [InlineData("https://example.com")]
    [InlineData("me@example.com")]
    [InlineData("a\nb")]
    [InlineData("&lt;b&gt;")]
    [InlineData("~~gone~~")]
    [InlineData("{{DATE(2026-01-01,SHORT)}}")]
    [InlineData("")]
    public void A_title_that_could_be_markdown_is_rich_text(string title) =>
        Assert.IsType<AdaptiveRichTextBlock>(PlainText.Heading(title, AdaptiveTextSize.Large));

    [Theory]
    [InlineData("{{DATE(2026-01-01,SHORT)}}")]
    [InlineData("{{ time(2026-01-01T00:00:00Z) }}")]
    [InlineData("{{{{DATE(2026-01-01)}}")]
    public void Functions_of_a_card_are_text(string text)
    {
        Assert.DoesNotMatch(@"(?i)\{\{\s*(DATE|TIME)", PlainText.Literal(text));
        Assert.Equal(text, PlainText.Literal(text).Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{name}} and {DATE(")]
    [InlineData("plain")]
    public void Other_braces_stay_as_they_are(string text) => Assert.Equal(text, PlainText.Literal(text));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdefg", 6, "abcde…")]
    [InlineData("abcd fg", 6, "abcd…")]
    [InlineData("abcd😀g", 6, "abcd…")]
    public void A_text_is_cut_between_letters(string text, int most, string shortened) => Assert.Equal(shortened, PlainText.Shorten(text, most));

    [Fact]
    public void One_line_has_no_line_ends_and_no_gaps() => Assert.Equal("a b c", PlainText.OneLine(" a\r\n\t b \n\n c ", 20));

    [Theory]
    [InlineData("Donaudampfschifffahrtsgesellschaft", "Donaudampfschifffahrtsgesellschaft")]
    [InlineData("a wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww b", "a wwwwwwwwww|wwwwwwwwww|wwwwwwwwww|wwwwwwwwww b")]
    [InlineData("https://example.com/tickets/2026/11/27/why-nobody-calls", "https://example.com/tickets/2026/11/27/why-nobody-calls")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    public void A_word_that_no_phone_has_room_for_may_be_broken(string text, string broken) =>
        Assert.Equal(broken, PlainText.Literal(text).Replace('\u200b', '|'));
}
