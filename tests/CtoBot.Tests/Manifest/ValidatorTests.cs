using System.Text.Json;
using System.Text.Json.Nodes;
using CtoBot.Tests.Support;

namespace CtoBot.Tests.Manifest;

/// <summary>Microsoft's validator of Teams manifests, without a network.</summary>
public sealed class ValidatorTests
{
    [Fact]
    public async Task The_package_is_valid_in_every_language()
    {
        var files = await FilesAsync();
        Assert.Equal(12, files.Count);
        var found = await ValidateAsync(files);
        Assert.Equal(files.Select(file => file.Key).Order(), found.Keys.Order());
        Assert.All(found, file => Assert.Empty(file.Value));
    }

    [Fact]
    public async Task The_validator_finds_a_slip_in_the_manifest_and_in_a_language()
    {
        var files = await FilesAsync();
        files["manifest.json"]!["bots"]![0]!["scopes"]!.AsArray().Add("everywhere");
        files["ja.json"]!["name.short"] = new string('あ', 31);
        files["ja.json"]!["bots[0].commandLists[3].commands[0].title"] = "x";
        var found = await ValidateAsync(files);
        Assert.NotEmpty(found["manifest.json"]);
        Assert.Equal(2, found["ja.json"].Length);
        Assert.Empty(found["de.json"]);
    }

    private static async Task<JsonObject> FilesAsync() => new(
        (await BuiltPackage.FilesAsync()).Where(file => file.Key.EndsWith(".json", StringComparison.Ordinal)).Select(file => KeyValuePair.Create(file.Key, JsonNode.Parse(file.Value))));

    private static async Task<Dictionary<string, string[]>> ValidateAsync(JsonObject files)
    {
        NpmPackages.Install();
        using var node = NpmPackages.Start("node", "validate-manifest.cjs");
        await using (var input = node.StandardInput.BaseStream)
            await JsonSerializer.SerializeAsync(input, files, cancellationToken: TestContext.Current.CancellationToken);
        var errors = node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(node.ExitCode == 0, await errors);
        return JsonSerializer.Deserialize<Dictionary<string, string[]>>(output)!;
    }
}
