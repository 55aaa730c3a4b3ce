using System.Collections.Immutable;
using System.Reflection;
using CtoBot.Access;
using CtoBot.Core.Reading;
using CtoBot.Export;
using CtoBot.Health;
using CtoBot.Manifest;
using CtoBot.Reminders;
using CtoBot.Storage;
using CtoBot.Teams;
using CtoBot.Telemetry;
using Microsoft.Extensions.Options;

namespace CtoBot.Operations.Checks;

/// <summary>A section of settings.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The settings in it.</param>
/// <param name="Check">What is wrong with its values.</param>
internal sealed record KnownSection(string Name, ImmutableArray<string> Keys, Func<IConfiguration, IEnumerable<string>> Check);

/// <summary>The settings that the bot reads, from the types into which it reads them.</summary>
internal static class KnownSettings
{
    /// <summary>The bot's sections.</summary>
    public static ImmutableArray<KnownSection> Sections { get; } =
    [
        Section(AccessOptions.Section, new AccessOptionsValidator()),
        Section(LimitOptions.Section, new LimitOptionsValidator()),
        Section(StoreOptions.Section, new StoreOptionsValidator()),
        Section(ReminderOptions.Section, new ReminderOptionsValidator()),
        Section(SendOptions.Section, new SendOptionsValidator()),
        Section(ExportOptions.Section, new ExportOptionsValidator()),
        Section(TelemetryOptions.Section, new TelemetryOptionsValidator()),
        Section(ShutdownOptions.Section, new ShutdownOptionsValidator()),
        Section<OpsOptions>(OpsOptions.Section, null),
        Section<PackageOptions>(PackageOptions.Section, null),
        new("Content", ["Folder"], _ => []),
        new("Clock", ["Start"], _ => []),
    ];

    /// <summary>The settings of the SDK that stand in no section.</summary>
    public static ImmutableArray<string> Identity { get; } = ["MicrosoftAppId", "MicrosoftAppType", "MicrosoftAppTenantId", "MicrosoftAppPassword", "ChannelService"];

    /// <summary>The settings whose values nobody may read.</summary>
    public static ImmutableArray<string> Secrets { get; } = ["MicrosoftAppPassword", "Store:ConnectionString", "Ops:Key"];

    /// <summary>The known name that an unknown one is most likely a slip of; null if it resembles none.</summary>
    public static string? Closest(string name, IEnumerable<string> known) => ClosestMatch.Find(name, known);

    private static KnownSection Section<T>(string name, IValidateOptions<T>? validator) where T : class, new() => new(
        name,
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name)],
        configuration => Problems(configuration.GetSection(name), validator));

    private static IEnumerable<string> Problems<T>(IConfigurationSection section, IValidateOptions<T>? validator) where T : class, new()
    {
        try
        {
            return validator?.Validate(null, section.Get<T>() ?? new()).Failures ?? [];
        }
        catch (InvalidOperationException failure)
        {
            return [failure.Message];
        }
    }
}
