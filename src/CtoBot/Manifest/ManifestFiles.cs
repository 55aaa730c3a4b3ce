using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace CtoBot.Manifest;

/// <summary>What the package is made of: the files of the folder <c>manifest</c>, which come with the program.</summary>
internal static class ManifestFiles
{
    /// <summary>The language of the manifest itself.</summary>
    public const string DefaultLanguage = "en";

    private const string Prefix = "manifest/";
    private const string LanguagePrefix = Prefix + "lang/";

    /// <summary>The manifest with placeholders instead of settings and texts.</summary>
    public static string Template => System.Text.Encoding.UTF8.GetString(Read(Prefix + "manifest.json"));

    /// <summary>The languages in which Teams shows the bot, as tags such as "de" and "zh-CN", in a fixed order.</summary>
    public static ImmutableArray<string> Languages { get; } =
    [
        .. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(LanguagePrefix, StringComparison.Ordinal))
            .Select(name => name[LanguagePrefix.Length..^".json".Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>An icon: "color.png" or "outline.png".</summary>
    public static byte[] Icon(string name) => Read(Prefix + "icons/" + name);

    /// <summary>The texts of a language by key.</summary>
    public static Dictionary<string, string> Texts(string language) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Read($"{LanguagePrefix}{language}.json"))!;

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program has no {name} in it: build it anew.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
