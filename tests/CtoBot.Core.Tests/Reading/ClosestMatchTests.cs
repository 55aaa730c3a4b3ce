using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Reading;

public class ClosestMatchTests
{
    private static readonly string[] Commands = ["today", "plan", "week", "help", "settings", "skip", "Über uns"];

    [Theory]
    [InlineData("toady", "today")]
    [InlineData("tody", "today")]
    [InlineData("plna", "plan")]
    [InlineData("wek", "week")]
    [InlineData("SETINGS", "settings")]
    [InlineData("set", "settings")]
    [InlineData("setitngss", "settings")]
    [InlineData("uber uns", "Über uns")]
    [InlineData("xyz", null)]
    [InlineData("pn", null)]
    [InlineData("hlpe me", null)]
    [InlineData("", null)]
    public void A_misspelt_word_finds_the_candidate_it_is_near(string said, string? expected) =>
        Assert.Equal(expected, ClosestMatch.Find(said, Commands));

    [Fact]
    public void Candidates_that_are_equally_near_are_all_found() =>
        Assert.Equal(["cat", "car"], ClosestMatch.FindAll("ca", ["cat", "car", "dog"]));

    [Fact]
    public void Nothing_is_near_an_empty_list() => Assert.Null(ClosestMatch.Find("today", []));

    [Theory]
    [InlineData("  Zoë\u200B  Ž ", "zoe z")]
    [InlineData("O’Neil", "o'neil")]
    [InlineData("“quoted”", "\"quoted\"")]
    [InlineData("ＦＵＬＬ　ｗｉｄｔｈ", "full width")]
    [InlineData("Straße – Łódź", "strasse - lodz")]
    [InlineData("a\tb\r\nc\0d", "a b c d")]
    public void Spellings_of_the_same_text_compare_equal(string text, string expected) =>
        Assert.Equal(expected, Normalise.ForCompare(text));

    [Fact]
    public void Malformed_text_can_be_compared() => Assert.Equal("a\ufffdb", Normalise.ForCompare("a\ud800\uffffb"));
}
