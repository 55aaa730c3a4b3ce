using System.Globalization;
using CtoBot.Core.Content;
using CtoBot.Reminders;
using NodaTime.Extensions;

namespace CtoBot.Operations.Checks;

/// <summary>The operator's content and public holidays: every mistake with its file, its place and the reason.</summary>
internal static class ContentFolderCheck
{
    private const string Area = "content";
    private const string Holidays = "holidays";
    private const string Folder = "Content:Folder";

    /// <summary>Runs it.</summary>
    public static IEnumerable<CheckResult> Run(CheckContext context) => [.. Content(context), .. Days(context)];

    private static List<CheckResult> Content(CheckContext context)
    {
        var folder = context.Setting(Folder);
        try
        {
            var library = ContentFolder.Load(folder);
            // Read now what the bot reads when it is first spoken.
            var languages = string.Join(", ", library.Languages.Order(StringComparer.Ordinal).Select(language => library.For(language).Language));
            return [.. folder is null ? [] : Unread(folder), CheckResult.Ok(Area, folder is null ? $"as built in ({languages})" : $"{folder} is laid over what is built in ({languages})")];
        }
        catch (ContentException failure)
        {
            return [.. failure.Problems.Select(problem => CheckResult.Wrong(Area, problem))];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return [CheckResult.Wrong(Area, $"{Folder}: {failure.Message}", "Let the bot's account read the folder and every file in it.")];
        }
    }

    /// <summary>A file whose name is misspelt replaces nothing, and nobody would notice.</summary>
    private static IEnumerable<CheckResult> Unread(string folder)
    {
        var builtIn = ContentFiles.BuiltIn().Keys.ToHashSet(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            if (!builtIn.Contains(path) && KnownSettings.Closest(path, builtIn) is { } meant)
                yield return CheckResult.Warning(Area, $"{path} replaces no built-in file", $"Did you mean {meant}?");
        }
    }

    private static IEnumerable<CheckResult> Days(CheckContext context)
    {
        if (context.Setting("Reminders:Holidays") is not { } file)
            return [CheckResult.Ok(Holidays, "no file: reminders come on public holidays too")];
        try
        {
            var today = context.Time.GetUtcNow().ToInstant().InUtc().Date;
            var days = HolidayFile.Read(file, context.Time);
            return days.Max < today
                ? [CheckResult.Warning(Holidays, $"the last day in {file} was {days.Max:uuuu-MM-dd}", "Put this year's days into it.")]
                : [CheckResult.Ok(Holidays, string.Create(CultureInfo.InvariantCulture, $"{days.Count} days in {file}"))];
        }
        catch (ContentException failure)
        {
            return failure.Problems.Select(problem => CheckResult.Wrong(Holidays, problem));
        }
    }
}
