using System.Globalization;
using System.Text.RegularExpressions;
using CtoBot.EndToEnd.Driver;

namespace CtoBot.EndToEnd.TwoWeeks;

/// <summary>What a card shows, line by line.</summary>
internal sealed partial class CardLines
{
    private CardLines(string text) =>
        All = [.. Invisible().Replace(text, "").Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    /// <summary>The lines, without those that are blank.</summary>
    public string[] All { get; }

    /// <summary>The text in one piece.</summary>
    public string Text => string.Join('\n', All);

    /// <summary>Reads the newest card.</summary>
    public static async Task<CardLines> ReadAsync(PlaygroundPage chat) => new(await chat.CardTextAsync());

    /// <summary>These lines stand there one after the other, with nothing between them.</summary>
    public void Hold(IEnumerable<string> lines)
    {
        var expected = string.Join('\n', lines);
        Assert.NotEmpty(expected);
        Assert.Contains($"\n{expected}\n", $"\n{Text}\n", StringComparison.Ordinal);
    }

    /// <summary>Of these, every one stands there, in this order.</summary>
    public void HoldInOrder(params IEnumerable<string> parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = Text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"“{part}” is not there, or not where it should be:\n{Text}");
            at = found + part.Length;
        }
    }

    /// <summary>None of these stands there.</summary>
    public void Lack(params IEnumerable<string> words) => Assert.All(words, word => Assert.DoesNotContain(word, Text, StringComparison.Ordinal));

    /// <summary>The amounts at the ends of lines that begin with a word, added up: "kind: what, 1,200 EUR".</summary>
    public string Sum(string kind) => string.Join(" + ",
        from line in All
        let found = Amount().Match(line)
        where found.Success && found.Groups["kind"].Value == kind
        group decimal.Parse(found.Groups["amount"].Value, CultureInfo.GetCultureInfo("en-US")) by found.Groups["currency"].Value into same
        orderby same.Key
        select FormattableString.Invariant($"{same.Sum()} {same.Key}"));

    /// <summary>How many names a line has after these words.</summary>
    public int NamesAfter(string words) =>
        All.FirstOrDefault(line => line.StartsWith(words, StringComparison.Ordinal)) is { } line ? line[words.Length..].Split([", ", " and "], StringSplitOptions.None).Length : 0;

    /// <summary>How many sources name the one who said it, as those of quotes do, and how many do not.</summary>
    public (int Quotes, int Said) Sources()
    {
        var sources = All.Where(line => Source().IsMatch(line)).ToArray();
        var quotes = sources.Count(line => line.Split(", ").Length > 3);
        return (quotes, sources.Length - quotes);
    }

    [GeneratedRegex(@", (Mon|Tue|Wed|Thu), (Nov|Dec) \d+$")]
    private static partial Regex Source();

    // What keeps a client from taking words for markup.
    [GeneratedRegex(@"[\u200b\u2060]")]
    private static partial Regex Invisible();

    [GeneratedRegex(@"^(?:• *)?(?<kind>[A-Z][A-Za-z ]*): .*, (?<amount>[\d,.]+) (?<currency>[A-Z]{3})$")]
    private static partial Regex Amount();
}
