using System.Globalization;
using System.Text.Json;
using CtoBot.Core.Content;
using CtoBot.Manifest;

namespace CtoBot.Tests.Manifest;

/// <summary>What the store asks of a package beyond its schema, in every language.</summary>
public sealed class StoreRulesTests
{
    private const int MostCommands = 10;
    private const int MostLists = 3;

    public static TheoryData<string> Languages => [.. ManifestFiles.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Texts_fit(string language)
    {
        var text = await TextsAsync(language);
        Fits(text("name.short"), 30);
        Fits(text("name.full"), 100);
        Fits(text("description.short"), 80);
        Fits(text("description.full"), 4000);
        Assert.NotEqual(text("description.short"), text("description.full"));
        Fits(text("staticTabs[1].name"), 16);
        foreach (var (path, _) in await CommandsAsync())
        {
            Fits(text(path + ".title"), 32);
            Fits(text(path + ".description"), 128);
        }

        static void Fits(string text, int most)
        {
            Assert.NotEqual("", text.Trim());
            Assert.True(text.Length <= most, $"{text.Length} of {most} characters: {text}");
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Commands_are_ten_at_most_none_twice_and_the_bot_understands_each(string language)
    {
        var text = await TextsAsync(language);
        var lists = (await CommandsAsync()).GroupBy(command => command.List).ToList();
        Assert.InRange(lists.Count, 1, MostLists);
        var understood = ContentLibrary.BuiltIn.For(language).Commands;
        foreach (var list in lists)
        {
            Assert.InRange(list.Count(), 1, MostCommands);
            var titles = list.Select(command => text(command.Path + ".title")).ToList();
            Assert.Equal(titles.Distinct(StringComparer.OrdinalIgnoreCase), titles);
            Assert.Distinct(list.Select(command => text(command.Path + ".description")));
            Assert.All(titles, title => Assert.NotNull(understood.Read(title, bare: true)));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_the_texts_of_the_others_and_they_are_its_own(string language)
    {
        var english = ManifestFiles.Texts(ManifestFiles.DefaultLanguage);
        var texts = ManifestFiles.Texts(language);
        Assert.Equal(english.Keys, texts.Keys);
        if (language != ManifestFiles.DefaultLanguage)
            Assert.Equal(["title"], texts.Where(text => text.Value == english[text.Key]).Select(text => text.Key));
        Assert.Equal(english["full"].Count(letter => letter == '\n'), texts["full"].Count(letter => letter == '\n'));
        Assert.Equal(language, CultureInfo.GetCultureInfo(language).Name);
    }

    [Fact]
    public async Task The_commands_stand_where_the_bot_answers_them()
    {
        var manifest = await BuiltPackage.JsonAsync("manifest.json");
        var bot = Assert.Single(manifest.GetProperty("bots").EnumerateArray());
        Assert.Equal(["personal", "team", "groupChat"], bot.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
        var titles = bot.GetProperty("commandLists").EnumerateArray().ToDictionary(
            list => Assert.Single(list.GetProperty("scopes").EnumerateArray()).GetString()!,
            list => list.GetProperty("commands").EnumerateArray().Select(command => command.GetProperty("title").GetString()).ToList());
        Assert.Equal(["groupChat", "personal", "team"], titles.Keys.Order());
        Assert.All(titles.Values, list => Assert.Contains("help", list));
        // In a channel the bot only shows the way to the private chat.
        Assert.Equal(["help"], titles["team"]);
        Assert.Equal(["five questions", "agreement", "ledger", "share", "help"], titles["groupChat"]);
    }

    [Fact]
    public async Task Teams_may_ask_a_person_for_the_files_that_the_bot_has_for_them() =>
        Assert.True((await BuiltPackage.JsonAsync("manifest.json")).GetProperty("bots")[0].GetProperty("supportsFiles").GetBoolean());

    [Fact]
    public async Task The_icons_have_their_sizes_the_colour_one_is_opaque_and_the_outline_is_white_on_nothing()
    {
        var files = await BuiltPackage.FilesAsync();
        var color = new Png(files["color.png"]);
        Assert.Equal((192, 192), (color.Width, color.Height));
        Assert.All(color.Pixels(), pixel => Assert.Equal(255, pixel.A));
        var accent = (await BuiltPackage.JsonAsync("manifest.json")).GetProperty("accentColor").GetString()!;
        Assert.Equal(accent, string.Create(CultureInfo.InvariantCulture, $"#{color.Pixels().First().R:X2}{color.Pixels().First().G:X2}{color.Pixels().First().B:X2}"));
        Assert.True(color.Pixels().Distinct().Count() > 3);

        var outline = new Png(files["outline.png"]);
        Assert.Equal((32, 32), (outline.Width, outline.Height));
        var drawn = outline.Pixels().Where(pixel => pixel.A > 0).ToList();
        Assert.All(drawn, pixel => Assert.Equal((255, 255, 255), (pixel.R, pixel.G, pixel.B)));
        Assert.InRange(drawn.Count, 100, 600);
        Assert.Contains(drawn, pixel => pixel.A == 255);
    }

    /// <summary>The texts as Teams shows them to people of a language, by path.</summary>
    private static async Task<Func<string, string>> TextsAsync(string language)
    {
        var manifest = await BuiltPackage.JsonAsync("manifest.json");
        if (language == ManifestFiles.DefaultLanguage)
            return path => Find(manifest, path);
        var (_, file) = (await BuiltPackage.LanguagesAsync()).Single(other => other.Tag.Equals(language, StringComparison.OrdinalIgnoreCase));
        var localized = await BuiltPackage.JsonAsync(file);
        // Every path of the file leads to a text of the manifest.
        Assert.All(localized.EnumerateObject().Where(text => text.Name != "$schema"), text => Find(manifest, text.Name));
        return path => localized.GetProperty(path).GetString()!;
    }

    private static async Task<IReadOnlyList<(string Path, int List)>> CommandsAsync() =>
    [
        .. (await BuiltPackage.JsonAsync("manifest.json")).GetProperty("bots")[0].GetProperty("commandLists").EnumerateArray()
            .SelectMany((list, index) => Enumerable.Range(0, list.GetProperty("commands").GetArrayLength()).Select(command => ($"bots[0].commandLists[{index}].commands[{command}]", index))),
    ];

    private static string Find(JsonElement manifest, string path) =>
        path.Replace("]", "", StringComparison.Ordinal).Split('.', '[').Aggregate(manifest, (node, step) =>
            node.ValueKind == JsonValueKind.Array ? node[int.Parse(step, CultureInfo.InvariantCulture)] : node.GetProperty(step)).GetString()!;
}
