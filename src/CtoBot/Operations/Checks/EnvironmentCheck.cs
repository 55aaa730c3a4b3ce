using System.Globalization;
using NodaTime;
using NodaTime.TimeZones;

namespace CtoBot.Operations.Checks;

/// <summary>The machine and the process: environment, languages, time zones.</summary>
internal static class EnvironmentCheck
{
    private const string Area = "environment";

    /// <summary>Runs it.</summary>
    public static IEnumerable<CheckResult> Run(CheckContext context)
    {
        var name = context.Environment.EnvironmentName;
        string[] known = [Environments.Development, Environments.Staging, Environments.Production];
        if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            yield return CheckResult.Warning(Area, $"the environment is called '{name}', and is treated as production", KnownSettings.Closest(name, known) is { } meant ? $"If {meant} was meant, set ASPNETCORE_ENVIRONMENT to it." : "Set ASPNETCORE_ENVIRONMENT to Production or Development.");
        else if (context.IsDevelopment && context.Setting("MicrosoftAppId") is not null)
            yield return CheckResult.Warning(Area, "this is Development, and the bot has an identity", "Where people use it, set ASPNETCORE_ENVIRONMENT to Production.");
        else
            yield return CheckResult.Ok(Area, $"{name}, .NET {Environment.Version}, {(Environment.Is64BitProcess ? "64" : "32")} bit");
        yield return Languages();
        yield return Zones();
    }

    /// <summary>Without ICU every date is written as in the invariant culture, and foreign locales are refused.</summary>
    private static CheckResult Languages()
    {
        try
        {
            var day = CultureInfo.GetCultureInfo("de-DE").DateTimeFormat.GetDayName(DayOfWeek.Monday);
            return day == "Montag" ? CheckResult.Ok(Area, "the data of languages (ICU) are there") : WithoutIcu();
        }
        catch (CultureNotFoundException)
        {
            return WithoutIcu();
        }
    }

    private static CheckResult WithoutIcu() => CheckResult.Wrong(
        Area, "the data of languages (ICU) are missing: dates and numbers come out in no language", "Install ICU (Debian: libicu; Alpine: icu-libs and icu-data-full), and take DOTNET_SYSTEM_GLOBALIZATION_INVARIANT out.");

    private static CheckResult Zones() =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull("Europe/Berlin") is null
            ? CheckResult.Wrong(Area, "the data of time zones are missing", "Publish the bot again, whole.")
            : CheckResult.Ok(Area, string.Create(CultureInfo.InvariantCulture, $"time zones: {TzdbDateTimeZoneSource.Default.TzdbVersion}, {DateTimeZoneProviders.Tzdb.Ids.Count} of them, inside the bot"));
}
