using System.Text.RegularExpressions;

namespace CtoBot.Core.Tests.Content;

public sealed partial class WordingTests
{
    /// <summary>Turns of phrase of the two articles: their facts are used, their sentences are not.</summary>
    private static readonly string[] Borrowed =
    [
        "get ahead of the business", "you cannot succeed alone", "embark on", "get on the plane", "resist every", "polite message",
        "listen, not sell", "measure the flight risk", "take notes", "unabridged feedback", "well equipped", "learn everything",
        "demands of the business", "skin in the game", "speed equals money", "sticking point", "overture", "directionally aligned",
        "himself or herself", "burden", "solidarity", "do everything for free", "departmental domain", "faster mindset",
    ];

    public static TheoryData<string> Files => [.. ContentOnDisk.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public void Texts_are_plain(string file)
    {
        Assert.All(ContentOnDisk.Texts(file), text => Assert.DoesNotMatch(Markdown(), text.Text));
        Assert.All(ContentOnDisk.Texts(file), text => Assert.Equal(text.Text.Trim(), text.Text));
    }

    [Theory]
    [InlineData("a **bold** word")]
    [InlineData("a _leaning_ word")]
    [InlineData("a [link](https://example.com)")]
    [InlineData("first\n- second")]
    [InlineData("1. first")]
    [InlineData("# Title")]
    [InlineData("some `code`")]
    [InlineData("<b>bold</b>")]
    public void Markdown_is_recognised(string text) => Assert.Matches(Markdown(), text);

    [Theory]
    [MemberData(nameof(Files))]
    public void Sentences_are_our_own(string file)
    {
        foreach (var (path, text) in ContentOnDisk.Texts(file))
        {
            var borrowed = Borrowed.Where(phrase => text.Contains(phrase, StringComparison.OrdinalIgnoreCase));
            Assert.True(!borrowed.Any(), $"{file} {path}: {string.Join(", ", borrowed)}");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Placeholders_are_those_that_are_filled(string file)
    {
        foreach (var (path, text) in ContentOnDisk.Texts(file))
        {
            var allowed = Allowed(file, path);
            Assert.All(Placeholder().Matches(text), placeholder => Assert.Contains(placeholder.Groups[1].Value, allowed));
            Assert.Equal(-1, Placeholder().Replace(text, "").AsSpan().IndexOfAny('{', '}'));
        }
    }

    [Fact]
    public void Messages_greet_give_the_dates_and_are_signed()
    {
        var messages = ContentOnDisk.Plan().Messages;

        Assert.All(messages.Values, message => Assert.EndsWith("\n\n{me}", message.Text, StringComparison.Ordinal));
        Assert.StartsWith("Hi {team},\n\n", messages["apology"].Text, StringComparison.Ordinal);
        Assert.StartsWith("Hi {salesHead},\n\n", messages["introduction"].Text, StringComparison.Ordinal);
        Assert.StartsWith("Hi {salesHead},\n\n", messages["alone"].Text, StringComparison.Ordinal);
        Assert.StartsWith("Hello {contact},\n\n", messages["visit"].Text, StringComparison.Ordinal);
        Assert.Contains("{customers}", messages["introduction"].Text, StringComparison.Ordinal);
        Assert.All([messages["introduction"], messages["visit"]], message => Assert.Contains("I come to listen, not to sell", message.Text, StringComparison.Ordinal));
        Assert.All([messages["apology"], messages["decline"]], message => Assert.Contains("From {from} until {until}", message.Text, StringComparison.Ordinal));
    }

    private static string[] Allowed(string file, string path) => (file, path) switch
    {
        ("en/plan.json", "$.messages.visit.text") => ["me", "company", "customer", "contact", "when"],
        ("en/plan.json", _) when path.StartsWith("$.messages.", StringComparison.Ordinal) => ["me", "company", "team", "salesHead", "customers", "from", "until"],
        ("en/flows/five-checkin.json", "$.title") => ["day"],
        (not "en/flows/setup.json", "$.title") when file.StartsWith("en/flows/", StringComparison.Ordinal) => ["subject"],
        (not "en/flows/five-invite.json", "$.pages[0].lead") when file.StartsWith("en/flows/five-", StringComparison.Ordinal) => ["guide"],
        ("en/flows/out-of-order.json", "$.pages[0].lead") => ["missing"],
        _ => [],
    };

    [GeneratedRegex(@"[*_`#~<>\[\]]|^\s*([-+]|\d+[.)])\s", RegexOptions.Multiline)]
    private static partial Regex Markdown();

    [GeneratedRegex(@"\{([A-Za-z]+)\}")]
    private static partial Regex Placeholder();
}
