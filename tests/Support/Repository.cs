namespace CtoBot.Tests.Support;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static class Repository
{
    private static readonly string Root = Find();

    /// <summary>The full path of a file or folder.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The text of a file.</summary>
    public static string Read(params string[] parts) => File.ReadAllText(PathOf(parts));

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CtoBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("CtoBot.sln was not found above the test assembly.");
    }
}
