using System.Text.RegularExpressions;
using CtoBot.Core.Reading;

namespace CtoBot.Core.Tests.Reading;

public class LanguageFileTests
{
    [Theory]
    [InlineData("\"today\": 0", "\"today\": \"x\"", "$.days.today")]
    [InlineData("\"articles\"", "\"artikles\"", "artikles")]
    [InlineData("\"noon\": \"12:00\"", "\"noon\": \"25:00\"", "$.times.noon")]
    [InlineData("\"€\": [\"EUR\"]", "\"€\": [\"EURO\"]", "$.currencies.€")]
    [InlineData("[\"may\"],", "", "$.months")]
    [InlineData("[\"may\"]", "[]", "$.months[4]")]
    public void A_mistake_in_the_words_is_named_with_its_path(string right, string wrong, string named)
    {
        var json = Language.Content("words.json");
        Assert.Contains(right, json, StringComparison.Ordinal);
        var error = Assert.Throws<FormatException>(() => Words.Parse(json.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.StartsWith("words.json, $", error.Message, StringComparison.Ordinal);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zone_that_does_not_exist_is_named()
    {
        var places = Places.Parse(Language.Content("zones.json").Replace("\"Seattle\": \"America/Los_Angeles\"", "\"Seattle\": \"America/Nowhere\"", StringComparison.Ordinal));
        Assert.Contains("America/Nowhere", Assert.Throws<FormatException>(() => ZoneIndex.Create(places)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_used_by_the_readers()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CtoBot.sln")))
            folder = folder.Parent!;
        var source = string.Concat(Directory.EnumerateFiles(Path.Combine(folder.FullName, "src/CtoBot.Core/Reading"), "*.cs").Select(File.ReadAllText));
        var cells = Enum.GetNames<ColumnKind>().Where(kind => kind != nameof(ColumnKind.LongText)).Select(kind => "rows." + kind.ToLowerInvariant()).ToHashSet();
        Assert.All(Language.Texts.Keys, key => Assert.True(cells.Contains(key) || source.Contains($"\"{key}\"", StringComparison.Ordinal), key));
        var used = Regex.Matches(source, "Problem\\.(?:Of|Unread)\\(\\s*(?:fault is QuantityFault\\.Big \\? )?\"([a-z.]+)\"").Select(match => match.Groups[1].Value).Where(key => key != "rows.");
        Assert.All(used, key => Assert.Contains(key, Language.Texts.Keys));
        Assert.Subset(Language.Texts.Keys.ToHashSet(), cells);
    }

    [Theory]
    [InlineData("en-US", true, false, "USD")]
    [InlineData("en-GB", false, false, "GBP")]
    [InlineData("de-DE", false, true, "EUR")]
    [InlineData("sv-SE", false, true, "SEK")]
    [InlineData("de", false, true, "EUR")]
    [InlineData("xx-nowhere-at-all-!", false, false, "EUR")]
    [InlineData("", false, false, "EUR")]
    [InlineData(null, false, false, "EUR")]
    public void The_habits_of_a_region_follow_from_the_locale(string? locale, bool monthFirst, bool decimalComma, string currency) =>
        Assert.Equal(new Region(monthFirst, decimalComma, currency), Region.Of(locale));
}
