using System.Globalization;
using System.Text.Json;

namespace CtoBot.Operations;

/// <summary>A file of settings that cannot be read.</summary>
internal static class SettingsFile
{
    /// <summary>What to do about it.</summary>
    public const string Mend = "Mend the file at that place: a comma, a quote or a bracket is missing or too many.";

    /// <summary>Which file, where in it and what is wrong there; null if a failure is no such thing. The message of .NET alone names the file.</summary>
    public static string? ProblemOf(Exception failure)
    {
        if (failure is not InvalidDataException || failure.GetBaseException() is not JsonException { LineNumber: { } line, BytePositionInLine: { } position } reason)
            return null;
        // The exception counts from nothing, and an editor from one.
        var what = reason.Message.Split(" LineNumber:")[0];
        return string.Create(CultureInfo.InvariantCulture, $"{failure.Message} Line {line + 1}, byte {position + 1}: {what}");
    }
}
