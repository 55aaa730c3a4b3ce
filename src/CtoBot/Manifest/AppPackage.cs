using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CtoBot.Core.Content;

namespace CtoBot.Manifest;

/// <summary>The Teams app package: manifest, icons and languages in a zip file. The same settings and texts give the same bytes.</summary>
internal static class AppPackage
{
    private const string SayPrefix = "say.";
    private const string TextPrefix = "text.";

    /// <summary>The earliest time that a zip file can hold: the files have none of their own.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Readable in every script: these files are read by Teams and by people, and stand in no web page.</summary>
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files by name.</summary>
    /// <param name="settings">Without problems.</param>
    /// <param name="content">What the bot understands: a command stands in the package as it may be typed, in a language that the bot knows.</param>
    public static IReadOnlyList<(string Name, byte[] Bytes)> Files(PackageSettings settings, ContentLibrary content)
    {
        var template = ManifestFiles.Template;
        var others = ManifestFiles.Languages.Remove(ManifestFiles.DefaultLanguage);
        var manifest = Template(ManifestFiles.DefaultLanguage).Fill(template);
        manifest["localizationInfo"]!["additionalLanguages"] = new JsonArray([.. others.Select(language => new JsonObject { ["languageTag"] = Tag(language), ["file"] = FileOf(language) })]);
        return
        [
            ("manifest.json", Json(manifest)),
            .. ((string[])["color.png", "outline.png"]).Select(icon => (icon, ManifestFiles.Icon(icon))),
            .. others.Select(language => (FileOf(language), Json(Template(language).Localize(template)))),
        ];

        ManifestTemplate Template(string language)
        {
            var texts = ManifestFiles.Texts(language);
            var commands = content.For(language).Commands.All;
            return new(name =>
                name.StartsWith(TextPrefix, StringComparison.Ordinal) ? texts.GetValueOrDefault(name[TextPrefix.Length..])
                : name.StartsWith(SayPrefix, StringComparison.Ordinal) ? commands.FirstOrDefault(command => command.Name == name[SayPrefix.Length..])?.Says[0]
                : settings.Values.GetValueOrDefault(name));
        }
    }

    /// <summary>Writes the zip file.</summary>
    public static void Write(Stream output, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, bytes) in files)
        {
            var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
            entry.LastWriteTime = NoTime;
            using var stream = entry.Open();
            stream.Write(bytes);
        }
    }

    private static string Tag(string language) => language.ToLower(CultureInfo.InvariantCulture);

    private static string FileOf(string language) => $"{Tag(language)}.json";

    private static byte[] Json(JsonObject node) => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(node, Readable);
}
