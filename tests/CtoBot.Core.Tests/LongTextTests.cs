using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CtoBot.Core.Tests;

public class LongTextTests
{
    private static readonly Gen<string> Pieces = Gen.Elements("word ", "Ünïcode", "\r\n", "\"", "\u0001", "e\u0301\u0302", "👩‍👩‍👧‍👦", "🏳️‍🌈", "שלום ", new string('x', 999), "\ud83d");

    [Fact]
    public void The_parts_of_a_text_are_the_text_and_each_fits_in_a_message() => Prop.ForAll(
        Arb.From(Gen.ListOf(Pieces).Select(pieces => string.Concat(Enumerable.Repeat(string.Concat(pieces), 60)))),
        text =>
        {
            var parts = LongText.Parts(text);
            Assert.Equal(text, string.Concat(parts));
            Assert.All(parts, part => Assert.InRange(InJson(part), 0, 28_000));
            Assert.All(parts.Skip(1), part => Assert.NotEqual("", part));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("e\u0301")]
    [InlineData("\r\n")]
    public void No_letter_is_taken_apart(string letter)
    {
        var parts = LongText.Parts("x" + string.Concat(Enumerable.Repeat(letter, 20_000)));
        Assert.NotEqual(1, parts.Length);
        Assert.All(parts.Skip(1), part => Assert.Equal(0, new StringInfo(part).LengthInTextElements * letter.Length - part.Length));
    }

    [Fact]
    public void A_part_ends_at_a_word()
    {
        var parts = LongText.Parts(string.Concat(Enumerable.Repeat("Nobody calls back. ", 3_000)));
        Assert.Equal(3, parts.Length);
        Assert.All(parts, part => Assert.EndsWith(" ", part, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("Why?", 1)]
    public void A_text_of_usual_length_is_one_part(string text, int parts) => Assert.Equal(parts, LongText.Parts(text).Length);

    [Fact]
    public void Prose_of_twenty_thousand_characters_is_one_part() => Assert.Single(LongText.Parts(string.Concat(Enumerable.Repeat("Nobody\ncalls back. ", 1_052))));

    [Fact]
    public void One_letter_with_endless_accents_ends_up_somewhere()
    {
        var text = "e" + new string('\u0301', 60_000);
        var parts = LongText.Parts(text);
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, 28_000));
    }

    /// <summary>The length in a message: control characters take six units, quotation marks and line ends two.</summary>
    private static int InJson(string text) => text.Sum(unit => unit switch { '"' or '\\' or '\n' or '\r' or '\t' => 2, < ' ' => 6, _ => 1 });
}
