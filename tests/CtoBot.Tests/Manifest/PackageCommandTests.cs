using CtoBot.Operations;
using CtoBot.Tests.Storage;

namespace CtoBot.Tests.Manifest;

public sealed class PackageCommandTests
{
    [Fact]
    public async Task The_same_settings_give_the_same_bytes_and_other_ones_others()
    {
        var settings = BuiltPackage.Settings();
        var first = await BuiltPackage.MakeAsync(settings);
        Assert.Equal(first, await BuiltPackage.MakeAsync(settings));
        settings["Package:Version"] = "2.0.1";
        Assert.NotEqual(first, await BuiltPackage.MakeAsync(settings));
    }

    [Fact]
    public async Task The_package_holds_what_Teams_reads_and_nothing_else_and_no_placeholder()
    {
        var files = await BuiltPackage.FilesAsync();
        string[] languages = ["ar", "de", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "zh-cn"];
        Assert.Equal(["color.png", "manifest.json", "outline.png", .. languages.Select(tag => tag + ".json")], files.Keys.OrderBy(name => name.EndsWith(".png", StringComparison.Ordinal) || name == "manifest.json" ? 0 : 1).ThenBy(name => name, StringComparer.Ordinal));
        Assert.Equal(languages, (await BuiltPackage.LanguagesAsync()).Select(language => language.Tag).Order());
        Assert.All(files.Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)), file =>
            Assert.DoesNotMatch(@"[{]{2}|[}]{2}(?!\s*[,\]}])", System.Text.Encoding.UTF8.GetString(file.Value)));
    }

    [Fact]
    public async Task The_manifest_says_what_the_settings_say()
    {
        var manifest = await BuiltPackage.JsonAsync("manifest.json");
        Assert.Equal(BuiltPackage.AppId, manifest.GetProperty("id").GetString());
        Assert.Equal(BuiltPackage.AppId, manifest.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal([BuiltPackage.Host], manifest.GetProperty("validDomains").EnumerateArray().Select(domain => domain.GetString()));
        var tab = manifest.GetProperty("staticTabs").EnumerateArray().Single(tab => tab.TryGetProperty("contentUrl", out _));
        Assert.Equal($"https://{BuiltPackage.Host}/tab", tab.GetProperty("contentUrl").GetString());
        Assert.Equal($"api://{BuiltPackage.Host}/{BuiltPackage.AppId}", manifest.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
        Assert.Equal("Northwind Traders", manifest.GetProperty("developer").GetProperty("name").GetString());
    }

    [Fact]
    public async Task The_tab_may_have_an_app_registration_of_its_own()
    {
        const string TabId = "0c5a7d3e-91b2-4f68-a7e4-d38b6c2f1095";
        using var folder = new TemporaryFolder();
        var settings = BuiltPackage.Settings();
        settings["Package:TabAppId"] = TabId;
        var (_, _, path) = await BuiltPackage.RunAsync(settings, folder);
        using var zip = System.IO.Compression.ZipFile.OpenRead(path);
        using var manifest = await System.Text.Json.JsonDocument.ParseAsync(zip.GetEntry("manifest.json")!.Open(), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(BuiltPackage.AppId, manifest.RootElement.GetProperty("bots")[0].GetProperty("botId").GetString());
        Assert.Equal(TabId, manifest.RootElement.GetProperty("webApplicationInfo").GetProperty("id").GetString());
        Assert.Equal($"api://{BuiltPackage.Host}/{TabId}", manifest.RootElement.GetProperty("webApplicationInfo").GetProperty("resource").GetString());
    }

    [Theory]
    [InlineData("MicrosoftAppId", "", "is not set")]
    [InlineData("MicrosoftAppId", "ctobot", "no id of the form")]
    [InlineData("MicrosoftAppId", "00000000-0000-0000-0000-000000000000", "stands in")]
    [InlineData("MicrosoftAppId", "11111111-2222-3333-1111-222233331111", "stands in")]
    [InlineData("MicrosoftAppId", "12345678-1234-1234-1234-123456789012", "stands in")]
    [InlineData("Package:TabAppId", "${{AAD_APP_CLIENT_ID}}", "no id of the form")]
    [InlineData("Bot:PublicUrl", "", "is not set")]
    [InlineData("Bot:PublicUrl", "ctobot.northwind-traders.io", "https://")]
    [InlineData("Bot:PublicUrl", "http://ctobot.northwind-traders.io", "https://")]
    [InlineData("Bot:PublicUrl", "https://localhost:3978", "cannot reach")]
    [InlineData("Bot:PublicUrl", "https://20.50.2.9", "cannot reach")]
    [InlineData("Bot:PublicUrl", "https://ctobot", "cannot reach")]
    [InlineData("Bot:PublicUrl", "https://ctobot.example.com", "stands in")]
    [InlineData("Bot:PublicUrl", "https://your-app.azurewebsites.net", "stands in")]
    [InlineData("Bot:PublicUrl", "https://ctobot.northwind-traders.io:8443", "without a path and a port")]
    [InlineData("Bot:PublicUrl", "https://ctobot.northwind-traders.io/bot", "without a path and a port")]
    [InlineData("Package:Developer", " ", "is not set")]
    [InlineData("Package:Developer", "Contoso", "stands in")]
    [InlineData("Package:Developer", "<your company>", "stands in")]
    [InlineData("Package:Developer", "The Northwind Traders Trading Company", "at most 32")]
    [InlineData("Package:Website", "", "is not set")]
    [InlineData("Package:Website", "https://www.example.com", "stands in")]
    [InlineData("Package:Privacy", "https://www.contoso.com/privacy", "stands in")]
    [InlineData("Package:Terms", "www.northwind-traders.io/terms", "https://")]
    [InlineData("Package:Version", "1.0", "three numbers")]
    [InlineData("Package:Version", "1.02.0", "three numbers")]
    [InlineData("Package:Version", "latest", "three numbers")]
    public async Task A_setting_that_is_missing_or_stands_in_for_one_is_named_with_how_to_mend_it(string setting, string value, string said)
    {
        using var folder = new TemporaryFolder();
        var settings = BuiltPackage.Settings();
        settings[setting] = value;
        var (code, output, path) = await BuiltPackage.RunAsync(settings, folder);
        Assert.Equal(1, code);
        Assert.False(File.Exists(path));
        var line = Assert.Single(output.Split('\n'), line => line.StartsWith("  ", StringComparison.Ordinal));
        Assert.StartsWith($"  {setting} is ", line, StringComparison.Ordinal);
        Assert.Contains(said, line, StringComparison.Ordinal);
        Assert.Matches("Set it to|shorten it", line);
    }

    [Fact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        using var folder = new TemporaryFolder();
        var (code, output, _) = await BuiltPackage.RunAsync([], folder);
        Assert.Equal(1, code);
        Assert.Equal(6, output.Split('\n').Count(line => line.StartsWith("  ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_is_named()
    {
        using var folder = new TemporaryFolder();
        using var said = new StringWriter();
        var path = folder.File("no such folder/CtoBot.zip");
        var code = await OperatorCommands.RunAsync(["package", "--out", path, .. BuiltPackage.Settings().Select(setting => $"--{setting.Key}={setting.Value}")], said, said, TestContext.Current.CancellationToken);
        Assert.Equal(1, code);
        Assert.Contains("--out", said.ToString(), StringComparison.Ordinal);
    }
}
