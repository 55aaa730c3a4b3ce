using System.Collections.Immutable;
using CtoBot.Core.Content;
using CtoBot.Core.Reminders;
using NodaTime;
using NodaTime.Extensions;

namespace CtoBot.Reminders;

/// <summary>The file of public holidays that the operator gave with <c>Reminders:Holidays</c>.</summary>
internal static class HolidayFile
{
    private const string Setting = $"{ReminderOptions.Section}:{nameof(ReminderOptions.Holidays)}";

    /// <summary>The days in a file; none if no file is named.</summary>
    /// <exception cref="ContentException">The file cannot be read; the message names it with every line that is not understood, and the reason.</exception>
    public static ImmutableSortedSet<LocalDate> Read(string? path, TimeProvider time)
    {
        if (string.IsNullOrWhiteSpace(path))
            return ImmutableSortedSet<LocalDate>.Empty;
        try
        {
            return HolidayList.Read($"{Setting}: {path}", File.ReadAllText(path), time.GetUtcNow().ToInstant().InUtc().Date);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ContentException([$"{Setting}: {path}: {failure.Message}"]);
        }
    }
}
