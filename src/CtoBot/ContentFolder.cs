using CtoBot.Core.Content;

namespace CtoBot;

/// <summary>An operator's own content, laid over the one that comes with the bot.</summary>
internal static class ContentFolder
{
    /// <summary>The content as the operator wants it.</summary>
    /// <exception cref="ContentException">The folder does not exist, or what is in it cannot be used; the message names every mistake.</exception>
    public static ContentLibrary Load(string? folder) => string.IsNullOrWhiteSpace(folder) ? ContentLibrary.BuiltIn : ContentLibrary.Load(Files(folder));

    /// <summary>The built-in files of the fallback language, each replaced by the file of the same path in <paramref name="folder"/>, and what that has of other languages.</summary>
    /// <exception cref="ContentException">The folder does not exist.</exception>
    public static IReadOnlyDictionary<string, string> Files(string? folder)
    {
        var files = ContentFiles.BuiltIn();
        if (string.IsNullOrWhiteSpace(folder))
            return files;
        if (!Directory.Exists(folder))
            throw new ContentException([$"Content:Folder: there is no folder '{folder}'."]);
        return files.SetItems(Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(path => KeyValuePair.Create(Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText(path))));
    }
}
