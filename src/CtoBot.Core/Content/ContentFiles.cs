using System.Collections.Immutable;
using System.Reflection;

namespace CtoBot.Core.Content;

/// <summary>Content as files: path within the content folder ("en/plan.json", with slashes) to text.</summary>
public static class ContentFiles
{
    private const string ResourcePrefix = "Content/";

    /// <summary>The resource of each file. Their names have the separators of the machine that built them.</summary>
    private static readonly ImmutableSortedDictionary<string, string> Resources = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .ToImmutableSortedDictionary(name => name.Replace('\\', '/'), name => name, StringComparer.Ordinal);

    /// <summary>The languages that come with the bot, e.g. "de". To ask reads no file.</summary>
    public static ImmutableArray<string> Languages { get; } =
        [.. Resources.Keys.Select(name => name[ResourcePrefix.Length..name.IndexOf('/', ResourcePrefix.Length)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The files of a language that come with the bot; none if it does not come with it.</summary>
    public static ImmutableDictionary<string, string> BuiltIn(string language = ContentLibrary.Fallback)
    {
        var prefix = $"{ResourcePrefix}{language}/";
        var files = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, resource) in Resources.Where(file => file.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
            files[name[ResourcePrefix.Length..]] = reader.ReadToEnd();
        }

        return files.ToImmutable();
    }
}
