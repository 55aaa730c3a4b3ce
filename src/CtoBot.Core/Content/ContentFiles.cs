using System.Collections.Immutable;
using System.Reflection;

namespace CtoBot.Core.Content;

/// <summary>Content as files: path within the content folder ("en/plan.json", with slashes) to text.</summary>
public static class ContentFiles
{
    private const string ResourcePrefix = "Content/";

    /// <summary>The files that come with the bot.</summary>
    public static ImmutableDictionary<string, string> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var files = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            files[resource[ResourcePrefix.Length..].Replace('\\', '/')] = reader.ReadToEnd();
        }

        return files.ToImmutable();
    }
}
