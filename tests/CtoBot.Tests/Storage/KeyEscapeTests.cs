using CtoBot.Storage;

namespace CtoBot.Tests.Storage;

public sealed class KeyEscapeTests
{
    [Theory]
    [InlineData("tenant|6b1c-aad", "tenant|6b1c-aad")]
    [InlineData("due|2026-01-05T08:30:00.000_x@y", "due|2026-01-05T08:30:00.000_x@y")]
    [InlineData("a b", "a!20b")]
    [InlineData("#1", "!231")]
    [InlineData("a/b", "a.~~2Fb")]
    [InlineData("what?", "what:~~3F")]
    [InlineData(@"\", "Z~~5C")]
    [InlineData("~", "~007E")]
    [InlineData("é😀", "~00E9~D83D~DE00")]
    public void Characters_that_a_key_cannot_hold_are_escaped(string key, string escaped)
    {
        Assert.Equal(escaped, KeyEscape.Escape(key));
        Assert.Equal(key, KeyEscape.Unescape(escaped));
    }

    [Fact]
    public void Escaping_can_be_undone_keeps_the_order_and_uses_safe_characters_only()
    {
        var random = new Random(20260105);
        // Few different characters, so that many keys share a beginning and the end of one meets the middle of the other.
        const string alphabet = "\0 !#-./09:?AZ[\\^_`az{|}~\u007f\u0085é\ud83d\ude00\uffff";
        var keys = Enumerable.Range(0, 20_000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => alphabet[random.Next(alphabet.Length)])))
            .Concat(Enumerable.Range(0, char.MaxValue + 1).Select(code => ((char)code).ToString()))
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        string? before = null;
        foreach (var key in keys)
        {
            var escaped = KeyEscape.Escape(key);
            Assert.Equal(key, KeyEscape.Unescape(escaped), StringComparer.Ordinal);
            Assert.True(escaped.All(character => char.IsAsciiLetterOrDigit(character) || "-.:@_|!~".Contains(character, StringComparison.Ordinal)), escaped);
            Assert.True(string.CompareOrdinal(before, escaped) < 0, $"{before} should sort before {escaped}");
            before = escaped;
        }
    }

    [Theory]
    [InlineData("!")]
    [InlineData("!2")]
    [InlineData("!xx")]
    [InlineData("~12")]
    [InlineData("a~~2")]
    [InlineData("~-001")]
    public void A_key_that_was_not_escaped_here_is_refused(string key) =>
        Assert.Throws<FormatException>(() => KeyEscape.Unescape(key));
}
