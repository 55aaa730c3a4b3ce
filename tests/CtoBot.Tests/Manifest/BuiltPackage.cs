using System.IO.Compression;
using System.Text.Json;
using CtoBot.Operations;
using CtoBot.Tests.Storage;

namespace CtoBot.Tests.Manifest;

/// <summary>A package, made by the command as an operator makes it.</summary>
internal static class BuiltPackage
{
    public const string AppId = "7d1c9b52-3f0e-4a86-b6a4-20e5d8f1c937";
    public const string Host = "ctobot.northwind-traders.io";

    private static readonly Lazy<Task<byte[]>> Made = new(() => MakeAsync(Settings()));

    /// <summary>Settings that are complete.</summary>
    public static Dictionary<string, string> Settings() => new()
    {
        ["MicrosoftAppId"] = AppId,
        ["Bot:PublicUrl"] = $"https://{Host}",
        ["Package:Developer"] = "Northwind Traders",
        ["Package:Website"] = $"https://{Host}/about",
        ["Package:Privacy"] = $"https://{Host}/privacy",
        ["Package:Terms"] = $"https://{Host}/terms",
    };

    /// <summary>The files of a package of <see cref="Settings"/>, by name.</summary>
    public static async Task<IReadOnlyDictionary<string, byte[]>> FilesAsync()
    {
        using var zip = new ZipArchive(new MemoryStream(await Made.Value));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var copy = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    /// <summary>One of its JSON files.</summary>
    public static async Task<JsonElement> JsonAsync(string name) => JsonDocument.Parse((await FilesAsync())[name]).RootElement;

    /// <summary>Its other languages: tag and file.</summary>
    public static async Task<IReadOnlyList<(string Tag, string File)>> LanguagesAsync() =>
    [
        .. (await JsonAsync("manifest.json")).GetProperty("localizationInfo").GetProperty("additionalLanguages").EnumerateArray()
            .Select(language => (language.GetProperty("languageTag").GetString()!, language.GetProperty("file").GetString()!)),
    ];

    /// <summary>Runs the command; it has to make a package.</summary>
    public static async Task<byte[]> MakeAsync(Dictionary<string, string> settings)
    {
        using var folder = new TemporaryFolder();
        var (code, said, path) = await RunAsync(settings, folder);
        Assert.True(code == 0, said);
        return await File.ReadAllBytesAsync(path);
    }

    /// <summary>Runs the command: its exit code, what it said, and where the package would be.</summary>
    public static async Task<(int Code, string Said, string Path)> RunAsync(Dictionary<string, string> settings, TemporaryFolder folder)
    {
        var path = folder.File("CtoBot.zip");
        using var said = new StringWriter();
        string[] arguments = ["package", "--out", path, .. settings.Select(setting => $"--{setting.Key}={setting.Value}")];
        return (await OperatorCommands.RunAsync(arguments, said, said, CancellationToken.None), said.ToString(), path);
    }
}
