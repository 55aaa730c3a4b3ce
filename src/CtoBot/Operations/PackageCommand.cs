using CtoBot.Core.Content;
using CtoBot.Manifest;

namespace CtoBot.Operations;

/// <summary>Makes the Teams app package of the settings.</summary>
internal static class PackageCommand
{
    private const string UsualName = "CtoBot.zip";

    /// <summary>The command.</summary>
    public static OperatorCommand Command { get; } = new(
        "package",
        "[--out CtoBot.zip] [--MicrosoftAppId ID] [--Bot:PublicUrl URL] [--Package:Developer NAME] [--Package:Website URL] [--Package:Privacy URL] [--Package:Terms URL]",
        "Makes the package that Teams installs the bot from, of the settings.",
        RunAsync);

    private static async Task<bool> RunAsync(OperatorContext context, CancellationToken cancellationToken)
    {
        var settings = PackageSettings.Read(context.Services.GetRequiredService<IConfiguration>());
        if (!settings.Problems.IsEmpty)
            throw new OperatorException("No package was made:" + string.Concat(settings.Problems.Select(problem => "\n  " + problem)));
        var path = Path.GetFullPath(context.Arguments["out"] is { Length: > 0 } named ? named : UsualName);
        if (Directory.Exists(path))
            path = Path.Combine(path, UsualName);
        using var zip = new MemoryStream();
        var files = AppPackage.Files(settings, context.Services.GetRequiredService<ContentLibrary>());
        AppPackage.Write(zip, files);
        try
        {
            await File.WriteAllBytesAsync(path, zip.ToArray(), cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new OperatorException($"The package cannot be written: {failure.Message} Give another place with --out.", failure);
        }

        await context.Output.WriteLineAsync($"{path}: version {settings.Values["version"]} for {settings.Values["domain"]}, in {ManifestFiles.Languages.Length} languages.");
        return true;
    }
}
